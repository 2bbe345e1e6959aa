import { importDocs } from '../articles/import/import-docs.ts'
import type { ImportReport } from '../articles/import/import-docs.ts'
import type { Finding } from '../articles/import/source.ts'
import { CommandError, defineCommand, UsageError } from './command.ts'
import { withLibrary } from './open-library.ts'
import { createProgress } from './progress.ts'

export const docsImport = defineCommand({
  name: 'docs import',
  takes: ['<folder | file.jsonl | sitemap URL>'],
  about: 'Import documentation; what did not change is left alone',
  options: {
    prune: { type: 'boolean', about: 'remove articles that the source no longer has' },
    set: {
      type: 'string',
      value: 'name',
      about: 'the set that --prune works on, when you import several sources (docs)',
    },
    'published-at': {
      type: 'string',
      value: 'URL',
      about: 'where a folder is published: its images are read from there',
    },
    rate: { type: 'string', value: 'number', about: 'requests a second to a site, at most (10)' },
    'allow-private': { type: 'boolean', about: 'let a site be at a private or loopback address' },
  },
  more: [
    'A folder holds Markdown or HTML files. A line of file.jsonl is an article:',
    '  {"id","url","title","headings":[…],"body":"plain text","lang":"ru"}',
    'A site is read by its sitemap, as its robots.txt allows. Interrupt at will: the same command goes on.',
    'A document that cannot be read is named, and the rest goes on; the command ends with 1 then.',
  ].join('\n'),
  async run({ args: [target = ''], options }, io) {
    const settings = {
      ...(options.prune && { prune: true }),
      ...(options.set && { set: options.set }),
      publishedAt: address(options['published-at']),
      rate: rate(options.rate),
      allowPrivate: options['allow-private'] ?? false,
      signal: io.signal,
    }
    const progress = createProgress(io)
    const onFinding = (finding: Finding) => show(finding, progress)
    const report = await withLibrary(io, async (library) => importDocs(library, target, { ...settings, onFinding }))
    progress.end()
    for (const id of report.removed) io.err(`removed ${id}`)
    io.out(summary(report))
    if (options.prune && !report.pruned) io.err('Nothing was removed: not every document could be told apart.')
    if (report.added + report.changed + report.unchanged === 0) throw new CommandError('nothing was imported')
    if (report.failed > 0) throw new CommandError(`${report.failed} documents could not be imported, the rest was`)
  },
})

function show(finding: Finding, progress: ReturnType<typeof createProgress>) {
  if (finding.kind === 'expected') return progress.expect(finding.total)
  if ('reason' in finding) progress.note(`${finding.kind} ${finding.where}: ${finding.reason}`)
  return progress.step(finding.where)
}

function summary({ added, changed, unchanged, removed, skipped, failed }: ImportReport): string {
  const counts = { added, changed, unchanged, removed: removed.length, skipped, failed }
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')
}

function address(value: string | undefined): string | undefined {
  if (value === undefined || (/^https?:\/\//iu.test(value) && URL.canParse(value))) return value
  throw new UsageError(`--published-at: expected an address such as https://help.shop.example/, not "${value}"`)
}

function rate(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const number = Number(value)
  if (number > 0 && number <= 100) return number
  throw new UsageError(`--rate: expected a number above 0, at most 100, not "${value}"`)
}
