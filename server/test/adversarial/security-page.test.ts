// SECURITY.md says which test holds what: each of them is there, under the name that it tells.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const page = readFileSync(`${root}SECURITY.md`, 'utf8')
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> }

/** Rows of the table that ends in tests: the attack, and the last cell. */
const rows = page
  .slice(page.indexOf('| attack |'))
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:attack|-)/.test(line))
  .map((line) => {
    const cells = line.split(' | ').map((cell) => cell.replaceAll(/^\| | \|$/g, ''))
    return [cells[0] ?? '', cells.at(-1) ?? ''] as const
  })

const placeOf = (name: string) =>
  [`${root}server/test/${name}`, `${root}server/${name}`, `${root}${name}`].find((path) => existsSync(path))

it('there are rows to hold', () => {
  expect(rows.length).toBeGreaterThan(20)
})

/** What is told and not there. */
function missing(name: string, title: string | undefined): string[] {
  if (name.startsWith('npm run ')) return name.slice('npm run '.length) in scripts ? [] : [name]
  const place = placeOf(name)
  if (place === undefined) return [name]
  return title === undefined || readFileSync(place, 'utf8').includes(title) ? [] : [`${name}: ${title}`]
}

it.each(rows)('%s', (_attack, told) => {
  const named = [...told.matchAll(/`([^`]+)`(?:: “([^”]+)”)?/g)]
  expect(named.length).toBeGreaterThan(0)
  expect(named.flatMap(([, name = '', title]) => missing(name, title))).toEqual([])
})

it('`npm run test:adversarial` runs every suite that the page names', () => {
  const patterns = scripts['test:adversarial']?.split('--project server ')[1]?.split(' ') ?? []
  const named = rows.flatMap(([, told]) => [...told.matchAll(/`([^`]+\.test\.ts)`/g)].map(([, name = '']) => name))
  const isRun = (name: string) => patterns.some((pattern) => placeOf(name)?.includes(pattern))
  expect(named.filter((name) => !isRun(name))).toEqual([])
})
