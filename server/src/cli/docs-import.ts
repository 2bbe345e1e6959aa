import { importDocs } from '../articles/import/import-docs.ts'
import type { ImportReport, Outcome } from '../articles/import/import-findings.ts'
import type { Finding } from '../articles/import/source.ts'
import { CommandError, defineCommand } from './command.ts'
import { flavourOption, publishedAtOption, readFlavour, readPublishedAt, readRate } from './docs-options.ts'
import { createReport } from './docs-report.ts'
import { createSample } from './docs-sample.ts'
import { createSummary } from './docs-summary.ts'
import { withLibrary } from './open-library.ts'
import { createProgress } from './progress.ts'

export const docsImport = defineCommand({
  name: 'docs import',
  takes: ['<folder | file.jsonl | sitemap URL>'],
  about: 'Import documentation; what did not change is left alone',
  options: {
    prune: { type: 'boolean', about: 'remove articles that the source no longer has' },
    'dry-run': { type: 'boolean', about: 'tell what would change, with three articles to look at, and change nothing' },
    report: {
      type: 'string',
      value: 'file.html',
      about: 'write what became of every file, and what readers will miss',
    },
    flavour: flavourOption,
    set: {
      type: 'string',
      value: 'name',
      about: 'the set that --prune works on, when you import several sources (docs)',
    },
    'published-at': publishedAtOption,
    'link-pictures': { type: 'boolean', about: 'leave pictures where they are published, and copy none to the desk' },
    rate: { type: 'string', value: 'number', about: 'requests a second to a site, at most (10)' },
    'allow-private': { type: 'boolean', about: 'let a site be at a private or loopback address' },
  },
  more: [
    'A folder holds Markdown, AsciiDoc or HTML files. A line of file.jsonl is an article:',
    '  {"id","url","title","headings":[…],"body":"plain text","lang":"ru"}',
    'A site is read by its sitemap, as its robots.txt allows. Interrupt at will: the same command goes on.',
    'Every file is imported or named. A document that cannot be read does not stop the rest; the command ends with 1 then.',
  ].join('\n'),
  async run({ args: [target = ''], options }, io) {
    const settings = {
      ...(options.prune && { prune: true }),
      ...(options.set && { set: options.set }),
      dryRun: options['dry-run'] ?? false,
      flavour: readFlavour(options.flavour),
      publishedAt: readPublishedAt(options['published-at']),
      linkPictures: options['link-pictures'] ?? false,
      rate: readRate(options.rate),
      allowPrivate: options['allow-private'] ?? false,
      signal: io.signal,
    }
    const progress = createProgress(io)
    const page = createReport()
    const summary = createSummary((line) => progress.note(line))
    const sample = createSample((text) => io.err(`${text}\n`))
    const onFinding = (finding: Finding, outcome?: Outcome) => {
      if (finding.kind === 'expected') return progress.expect(finding.total)
      summary.add(finding)
      page.add(finding, outcome)
      if (finding.kind === 'noted') return undefined
      if (settings.dryRun) sample.add(finding, outcome)
      return progress.step(finding.where)
    }
    const report = await withLibrary(io, async (library) => importDocs(library, target, { ...settings, onFinding }))
    progress.end()
    summary.tell()
    if (settings.dryRun) sample.tell()
    for (const id of report.removed) io.err(`${settings.dryRun ? 'would remove' : 'removed'} ${id}`)
    if (options.report) await page.write(options.report, target, report)
    io.out(counts(report))
    if (settings.dryRun) io.err('Nothing was changed: this was a dry run.')
    if (options.prune && !report.pruned) io.err('Nothing was removed: not every document could be told apart.')
    if (report.added + report.changed + report.unchanged === 0) throw new CommandError('nothing was imported')
    if (report.failed > 0) throw new CommandError(`${report.failed} documents could not be imported, the rest was`)
  },
})

function counts({ added, changed, unchanged, removed, skipped, failed }: ImportReport): string {
  return Object.entries({ added, changed, unchanged, removed: removed.length, skipped, failed })
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')
}
