// Marks of one line: keys, icons, highlights, template expressions.
import { escapeHtml, ownLine } from './own-line.ts'
import { inProse, mapProseLines } from './prose.ts'
import type { Step } from './step.ts'

const keyNames = new Set(
  `alt backspace caps-lock cmd command control ctrl del delete down end enter esc escape fn home insert left meta option
  page-down page-up pgdn pgup print-screen return right shift space super tab up win windows plus minus`.split(/\s+/u),
)
const isKey = (word: string) => keyNames.has(word) || /^(?:f\d{1,2}|.)$/iu.test(word) || /^"[^"]+"$/u.test(word)

/** `++ctrl+s++` as keys; other words between the same marks are words that were underlined. */
export const keys: Step = (markdown) =>
  inProse(markdown, (prose) =>
    prose.replaceAll(/\+\+(?=\S)([^\n]{1,80}?\S|\S)\+\+/gu, (found, inside: string) => {
      const words = inside.split('+')
      if (!words.every((word) => isKey(word.toLowerCase()))) return /[\s\p{L}]/u.test(inside) ? inside : found
      return words.map((word) => `<kbd>${escapeHtml(word.replaceAll('"', ''))}</kbd>`).join('+')
    }),
  )

/** `:material-check:`, which stands for a drawing. */
export const icons: Step = (markdown) =>
  inProse(markdown, (prose) =>
    prose.replaceAll(/:(?:material|fontawesome|octicons|simple|custom|twemoji)-[\w-]{1,80}:/gu, ''),
  )

/** `==seen==`, `^^new^^`, and the marks of a reviewer, by their words. */
export const highlights: Step = (markdown) =>
  inProse(markdown, (prose) =>
    prose
      .replaceAll(/\{(?:==|\+\+|>>)([^{}\n]{0,300})(?:==|\+\+|<<)\}/gu, '$1')
      .replaceAll(/\{--[^{}\n]{0,300}--\}/gu, '')
      .replaceAll(/(?<![=\w])==(?=[^\s=])([^=\n]{1,300}?)(?<=[^\s=])==(?![=\w])/gu, '$1')
      .replaceAll(/\^\^(?=\S)([^^\n]{1,300})\^\^/gu, '$1'),
  )

/** `[!VIDEO address]` of DocFX. */
export const players: Step = (markdown) =>
  mapProseLines(markdown, (line) =>
    line.replace(
      /^([ \t>]*)\[!VIDEO[ \t]+([^\s\]]+)\]?[ \t]*$/iu,
      (_, prefix: string, src: string) => prefix + ownLine(`<iframe src="${escapeHtml(src)}"></iframe>`),
    ),
  )
