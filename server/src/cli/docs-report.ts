// A report of an import as a page for the owner of the documentation: what became of every file, and what its readers
// will miss. One file without scripts, to be sent by mail or kept beside the build.
import { writeFile } from 'node:fs/promises'
import type { ImportReport, Outcome } from '../articles/import/import-findings.ts'
import type { Finding } from '../articles/import/source.ts'
import type { Trouble } from '../articles/import/tree/trouble.ts'

type Row = { where: string; title: string; section: string; outcome: string; notes: string[] }

export function createReport() {
  const rows: Row[] = []
  return {
    add(finding: Finding, outcome: Outcome | undefined) {
      if (finding.kind === 'noted') rows.find(({ where }) => where === finding.where)?.notes.push(...notesOf(finding))
      else if (finding.kind !== 'expected') rows.push(rowOf(finding, outcome))
    },
    /** Rejects where the file cannot be written. */
    write: async (file: string, source: string, report: ImportReport) => writeFile(file, page(source, report, rows)),
  }
}

const notesOf = ({ troubles = [] }: { troubles?: readonly Trouble[] }) => [
  ...new Set(
    troubles.map(({ kind, what, sample }) => `${kind}: ${what}${sample && sample !== what ? ` (${sample})` : ''}`),
  ),
]

function rowOf(finding: Exclude<Finding, { kind: 'expected' | 'noted' }>, outcome: Outcome | undefined): Row {
  const { where } = finding
  if (finding.kind === 'article') {
    const { title, section = '' } = finding.article
    return { where, title, section, outcome: outcome ?? '', notes: notesOf(finding) }
  }
  if (finding.kind === 'unchanged') return { where, title: '', section: '', outcome: 'unchanged', notes: [] }
  return {
    where,
    title: '',
    section: '',
    outcome: finding.kind === 'gone' ? 'failed' : finding.kind,
    notes: [finding.reason],
  }
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const style = `body{font:15px/1.5 system-ui,sans-serif;max-width:1100px;margin:32px auto;padding:0 16px;color:#1c2430}
table{border-collapse:collapse;width:100%;font-size:14px}td,th{text-align:left;vertical-align:top;padding:6px 8px;border-bottom:1px solid #d9dee6}
ul{margin:0;padding-left:16px}.added,.changed{color:#10703b}.failed{color:#b3261e}.skipped,small{color:#5a6372}
@media (prefers-color-scheme:dark){body{background:#14181f;color:#e6e9ee}td,th{border-color:#333b47}}`

function page(source: string, report: ImportReport, rows: readonly Row[]): string {
  const { added, changed, unchanged, removed, skipped, failed } = report
  const counts = Object.entries({ added, changed, unchanged, skipped, failed, removed: removed.length })
  const noted = rows.filter(({ outcome, notes }) => notes.length > 0 && outcome !== 'skipped')
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Import of ${escape(source)}</title><style>${style}</style>
<h1>Import of ${escape(source)}</h1>
<p>${counts.map(([name, count]) => `<b>${count}</b> ${name}`).join(' · ')} · ${noted.length} with something to look at</p>
<table><thead><tr><th>File<th>Article<th>Outcome<th>To look at</thead><tbody>
${[...noted, ...rows.filter((row) => !noted.includes(row))].map(rowHtml).join('\n')}
</tbody></table></html>
`
}

const rowHtml = ({ where, title, section, outcome, notes }: Row) =>
  `<tr><td>${escape(where)}<td>${escape(title)}${section && `<br><small>${escape(section)}</small>`}` +
  `<td class="${outcome}">${outcome}<td>${notes.length > 0 ? `<ul>${notes.map((note) => `<li>${escape(note)}`).join('')}</ul>` : ''}`
