// npm run bench:widget [-- ROUNDS]: the widget beside Sentry's feedback form, a plain form and the page without a tag, in
// one run by turns, each visit cold on a processor four times slower; medians, what each tag costs its page before it is
// opened, and ratios to Sentry's. Times say how they compare here and now: what CI holds is bytes and counts.
import { launch } from '../support/browser.ts'
import { dataFolder, startServer } from '../support/server.ts'
import { contestants } from './contestants.ts'
import { openHost } from './host.ts'
import { measure, slowDown } from './visit.ts'
import type { Measured } from './visit.ts'

const rounds = Number(process.argv[2] ?? 9)

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

type Column = { title: string; key: keyof Measured; unit?: string; isAfterClick?: boolean }

const columns: Column[] = [
  { title: 'bytes before', key: 'bytesBefore' },
  { title: 'after click', key: 'bytesAfter', isAfterClick: true },
  { title: 'files', key: 'requestsBefore' },
  { title: 'then', key: 'requestsAfter', isAfterClick: true },
  { title: 'click to field', key: 'toField', unit: ' ms', isAfterClick: true },
  { title: 'longest task', key: 'longestTask', unit: ' ms', isAfterClick: true },
  { title: 'before open', key: 'longestBefore', unit: ' ms' },
  { title: 'blocked before', key: 'blockedBefore', unit: ' ms' },
  { title: 'in all', key: 'blocked', unit: ' ms', isAfterClick: true },
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
  Object.fromEntries(columns.map(({ key }) => [key, median(visits.map((visit) => visit[key]))])),
)
const mediansOf = (start: string) => medians[all.findIndex(({ name }) => name.startsWith(start))]
const sentry = mediansOf('Sentry')
const bare = mediansOf('no tag')
const line = (cells: string[]) =>
  process.stdout.write(`${cells.map((cell, at) => (at ? cell.padStart(15) : cell.padEnd(28))).join('')}\n`)
/** A line of what each column gives; nothing is clicked on a bare page, so that it has no more to say after that. */
const row = (title: string, cell: (column: Column) => string, isBare = false) =>
  line([title, ...columns.map((column) => (isBare && column.isAfterClick ? '–' : cell(column)))])
const ratio = (value: number, to: number) => (to ? `${(value / to).toFixed(2)}×` : '–')
const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(Math.round(value))}`

row('', ({ title }) => title)
for (const [index, { name, opening }] of all.entries())
  row(name, ({ key, unit = '' }) => `${Math.round(medians[index]?.[key] ?? 0)}${unit}`, !opening)
process.stdout.write('\n')
for (const [index, { name, isTag }] of all.entries())
  if (isTag)
    row(
      `${name} costs`,
      ({ key, unit = '' }) => `${signed((medians[index]?.[key] ?? 0) - (bare?.[key] ?? 0))}${unit}`,
      true,
    )
process.stdout.write('\n')
for (const [index, { name, opening }] of all.entries())
  if (opening && !name.startsWith('Sentry'))
    row(`${name} / Sentry`, ({ key }) => ratio(medians[index]?.[key] ?? 0, sentry?.[key] ?? 0))
process.stdout.write(`\nMedians of ${rounds}, processor ${slowDown}× slower, every visit in a fresh profile.\n`)
