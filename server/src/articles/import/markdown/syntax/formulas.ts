// Formulas on lines of their own, in the marks of LaTeX. Nothing here draws them: as code they keep their letters.
import { inProse } from './prose.ts'
import type { Step } from './step.ts'

const line = String.raw`(?:(?!\n[ \t>]*\n)[^]){1,5000}?`
const patterns = [
  new RegExp(String.raw`^([ \t>]*)\$\$(${line})\$\$[ \t]*$`, 'gmu'),
  // On a line with words it is a bracket.
  new RegExp(String.raw`^([ \t>]*)\\\[[ \t]*(\n${line}\n)[ \t>]*\\\][ \t]*$`, 'gmu'),
]

export const formulas: Step = (markdown) =>
  /\$\$|\\\[/u.test(markdown)
    ? inProse(markdown, (prose) => patterns.reduce((text, pattern) => text.replaceAll(pattern, fenced), prose))
    : markdown

const fenced = (_: string, indent: string, formula: string) =>
  `${indent}\`\`\`latex\n${indent}${formula.trim()}\n${indent}\`\`\``
