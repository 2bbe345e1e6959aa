import { articleText } from '../articles/article-text.ts'
import type { Outcome } from '../articles/import/import-findings.ts'
import type { Finding } from '../articles/import/source.ts'

const most = 3
const mostLines = 12

/** The first articles that a run would add or change, as their readers would see them. `show` takes each. */
export function createSample(show: (text: string) => void) {
  const found: string[] = []
  return {
    add(finding: Finding, outcome: Outcome | undefined) {
      const isNew = outcome === 'added' || outcome === 'changed'
      if (finding.kind !== 'article' || !isNew || found.length >= most) return
      const { title, section, blocks } = finding.article
      const lines = articleText(blocks).body.split('\n')
      const more = lines.length > mostLines ? [`  … ${lines.length - mostLines} more lines`] : []
      const head = `— ${title} (${[finding.where, outcome, section].filter(Boolean).join(', ')})`
      found.push([head, ...lines.slice(0, mostLines).map((line) => `  ${line}`), ...more].join('\n'))
    },
    tell() {
      for (const one of found) show(one)
    },
  }
}
