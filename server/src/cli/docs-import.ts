import { importDocs } from '../articles/import/import-docs.ts'
import type { ImportReport, Outcome } from '../articles/import/import-docs.ts'
import { flavourNamed, flavourNames } from '../articles/import/markdown/flavours/flavours.ts'
import type { Finding } from '../articles/import/source.ts'
import { articleText } from '../articles/article-text.ts'
import { CommandError, defineCommand, UsageError } from './command.ts'
import type { Io } from './command.ts'
import { createReport } from './docs-report.ts'
import { withLibrary } from './open-library.ts'
import { createProgress } from './progress.ts'
import { createSummary } from './docs-summary.ts'

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
    flavour: {
      type: 'string',
      value: 'name',
      about: `what a folder is written for, where it does not tell: ${flavourNames.join(', ')}`,
    },
    set: {
      type: 'string',
      value: 'name',
      about: 'the set that --prune works on, when you import several sources (docs)',
    },
    'published-at': {
      type: 'string',
      value: 'URL',
      about: 'where a folder is published: links to its other files lead there',
    },
    'link-pictures': { type: 'boolean', about: "leave a folder's pictures where they are published" },
    rate: { type: 'string', value: 'number', about: 'requests a second to a site, at most (10)' },
    'allow-private': { type: 'boolean', about: 'let a site be at a private or loopback address' },
  },
  more: [
    'A folder holds Markdown or HTML files. A line of file.jsonl is an article:',
    '  {"id","url","title","headings":[…],"body":"plain text","lang":"ru"}',
    'A site is read by its sitemap, as its robots.txt allows. Interrupt at will: the same command goes on.',
    'Every file is imported or named. A document that cannot be read does not stop the rest; the command ends with 1 then.',
  ].join('\n'),
  async run({ args: [target = ''], options }, io) {
    const settings = {
      ...(options.prune && { prune: true }),
      ...(options.set && { set: options.set }),
      dryRun: options['dry-run'] ?? false,
      flavour: flavour(options.flavour),
      publishedAt: address(options['published-at']),
      linkPictures: options['link-pictures'] ?? false,
      rate: rate(options.rate),
      allowPrivate: options['allow-private'] ?? false,
      signal: io.signal,
    }
    const progress = createProgress(io)
    const page = createReport()
    const summary = createSummary((line) => progress.note(line))
    const sample = createSample(io)
    const onFinding = (finding: Finding, outcome?: Outcome) => {
      if (finding.kind === 'expected') return progress.expect(finding.total)
      summary.add(finding)
      page.add(finding, outcome)
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

const sampleSize = 3
const sampleLines = 12

/** The first articles that a run would add or change, as their readers would see them. */
function createSample(io: Io) {
  const found: string[] = []
  return {
    add(finding: Finding, outcome: Outcome | undefined) {
      if (finding.kind !== 'article' || outcome === 'unchanged' || outcome === undefined || found.length >= sampleSize)
        return
      const { article } = finding
      const lines = articleText(article.blocks).body.split('\n')
      const more = lines.length > sampleLines ? [`  … ${lines.length - sampleLines} more lines`] : []
      const head = `— ${article.title} (${finding.where}, ${outcome}${article.section ? `, ${article.section}` : ''})`
      found.push([head, ...lines.slice(0, sampleLines).map((line) => `  ${line}`), ...more].join('\n'))
    },
    tell() {
      for (const one of found) io.err(`${one}\n`)
    },
  }
}

function counts({ added, changed, unchanged, removed, skipped, failed }: ImportReport): string {
  return Object.entries({ added, changed, unchanged, removed: removed.length, skipped, failed })
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')
}

function flavour(value: string | undefined) {
  if (value === undefined) return undefined
  const found = flavourNamed(value)
  if (found) return found.name
  throw new UsageError(`--flavour: expected one of ${flavourNames.join(', ')}, not "${value}"`)
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
