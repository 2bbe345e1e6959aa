import { inProse } from './prose.ts'
import type { Step } from './step.ts'

/** kramdown goes on with Markdown after `<em>` on a line of its own, where CommonMark would have a stretch of HTML. */
export const inlineTags: Step = (markdown) =>
  inProse(markdown, (prose) =>
    prose.replaceAll(/^([ \t]*<(?:em|strong|b|i|u|small|span|mark|s)(?:[ \t][^<>\n]*)?>)[ \t]*\n[ \t]*(?=\S)/gmu, '$1'),
  )
