// npm run bench:widget [-- ROUNDS]: the widget beside Sentry's feedback form and a plain form, in one run by turns, each
// visit cold on a processor four times slower; medians, and ratios to Sentry's. Times say how they compare here and now:
// what CI holds is bytes and counts.
import { launch } from '../support/browser.ts'
import { dataFolder, startServer } from '../support/server.ts'
import { contestants } from './contestants.ts'
import { openHost } from './host.ts'
import { measure, slowDown } from './visit.ts'
import type { Measured } from './visit.ts'

const rounds = Number(process.argv[2] ?? 9)

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const columns: [title: string, key: keyof Measured, unit: string][] = [
  ['bytes before', 'bytesBefore', ''],
  ['after click', 'bytesAfter', ''],
  ['files', 'requestsBefore', ''],
  ['then', 'requestsAfter', ''],
  ['click to field', 'toField', ' ms'],
  ['longest task', 'longestTask', ' ms'],
  ['before open', 'longestBefore', ' ms'],
  ['blocked', 'blocked', ' ms'],
]

const folder = await dataFolder()
const server = await startServer(folder.path)
const all = await contestants(server.origin)
const path = (index: number) => `/${index}/`
const host = await openHost(
  new Map(
    all.flatMap(({ html, files = {} }, index) => [
      [path(index), html] as const,
      ...Object.entries(files).map(([name, text]) => [path(index) + name, text] as const),
    ]),
  ),
)
const browser = await launch()
const measured = all.map((): Measured[] => [])
try {
  for (let round = 0; round < rounds; round++)
    for (const [index, contestant] of all.entries())
      measured[index]?.push(await measure(browser, host.origin + path(index), contestant))
} finally {
  await browser.close()
  host.close()
  await server.stop()
  await folder.remove()
}

const medians = measured.map((visits) =>
  Object.fromEntries(columns.map(([, key]) => [key, median(visits.map((visit) => visit[key]))])),
)
const sentry = medians[all.findIndex(({ name }) => name.startsWith('Sentry'))]
const line = (cells: string[]) =>
  process.stdout.write(`${cells.map((cell, at) => (at ? cell.padStart(15) : cell.padEnd(18))).join('')}\n`)
const ratio = (value: number, to: number) => (to ? `${(value / to).toFixed(2)}×` : '–')

line(['', ...columns.map(([title]) => title)])
for (const [index, { name }] of all.entries())
  line([name, ...columns.map(([, key, unit]) => `${Math.round(medians[index]?.[key] ?? 0)}${unit}`)])
line(['', ...columns.map(() => '')])
for (const [index, { name }] of all.entries())
  if (!name.startsWith('Sentry'))
    line([
      `${name} / Sentry`.slice(0, 17),
      ...columns.map(([, key]) => ratio(medians[index]?.[key] ?? 0, sentry?.[key] ?? 0)),
    ])
process.stdout.write(`\nMedians of ${rounds}, processor ${slowDown}× slower, every visit in a fresh profile.\n`)
