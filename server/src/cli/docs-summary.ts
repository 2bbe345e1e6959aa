// What an import tells along the way and at its end: each trouble once, the many alike as a number.
import type { Finding } from '../articles/import/source.ts'

/** More files than these left out for one reason are told as a number. */
const fewEnough = 5

/** `note` shows a line that stays. What failed is told at once, what was left out when all of it is known. */
export function createSummary(note: (line: string) => void) {
  const leftOut = new Map<string, string[]>()
  const troubles = new Map<string, number>()
  return {
    add(finding: Finding) {
      if (finding.kind === 'failed' || finding.kind === 'gone')
        note(`${finding.kind} ${finding.where}: ${finding.reason}`)
      if (finding.kind === 'skipped') push(leftOut, reasonOf(finding), finding.where)
      if (finding.kind !== 'article' && finding.kind !== 'noted') return
      for (const { kind, what } of new Set(finding.troubles))
        count(troubles, kind === 'left out' || kind === 'leak' ? `${kind} ${what}` : kind)
    },
    tell() {
      for (const [reason, files] of leftOut) {
        if (files.length <= fewEnough) for (const file of files) note(`skipped ${file}: ${reason}`)
        else note(`skipped ${files.length} files: ${reason}`)
      }
      for (const [what, number] of [...troubles].toSorted(([, a], [, b]) => b - a))
        note(`to look at: ${what}, ${number}`)
    },
  }
}

/** Files that are no documents are told by what they are. */
function reasonOf({ where, reason }: Extract<Finding, { kind: 'skipped' }>): string {
  const ending = /\.\w{1,8}$/u.exec(where)?.[0]
  return reason === 'no document' && ending !== undefined ? `${reason} (${ending})` : reason
}

const push = (map: Map<string, string[]>, key: string, value: string) => map.set(key, [...(map.get(key) ?? []), value])
const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
