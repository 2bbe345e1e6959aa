// Markdown as documentation teams write it: front matter, GitHub's tables and alerts, flavours, HTML in between.
import type { Root } from 'hast'
import type { OnTrouble } from '../tree/trouble.ts'
import { parseFragment } from '../html/fragment.ts'
import { markAlerts } from './alerts.ts'
import { bounded } from './bounded.ts'
import { commonmark } from './flavours/commonmark.ts'
import type { Flavour } from './flavours/flavour.ts'
import { readFrontMatter, splitFrontMatter } from './front-matter.ts'
import type { FrontMatter } from './front-matter.ts'
import { createParser } from './parser.ts'
import { formulas } from './syntax/formulas.ts'
import { components, mdxExpressions, mdxScript, mdxTags } from './syntax/jsx.ts'
import { markTicks } from './ticks.ts'
import { settleLines, withoutMarks } from './syntax/own-line.ts'
import type { Tools } from './syntax/step.ts'

const parse = createParser({ isMdx: false })
const parseMdx = createParser({ isMdx: true })

/** The text of a file that a document includes; undefined where it is not to be had. */
export type ReadInclude = (path: string) => string | undefined

export type TemplateOptions = {
  include?: ReadInclude
  variables?: ReadonlyMap<string, string>
  onTrouble?: OnTrouble
}

export type MarkdownOptions = TemplateOptions & {
  /** Where the document is in its tree: some flavours tell by its ending. */
  path?: string
  flavour?: Flavour
}

const noVariables: ReadonlyMap<string, string> = new Map()

/** A page of HTML with the templates in it filled in, or left out and told. */
export const fillTemplates = (html: string, { templates = [] }: Flavour, options: TemplateOptions): string =>
  settleLines(templates.reduce((text, step) => step(text, toolsOf(options)), withoutMarks(html)))

/**
 * A document's front matter and its content as hast, which may hold anything that HTML can. Throws `SyntaxError` for
 * front matter that cannot be read, and `RangeError` for HTML nested by the thousand.
 */
export function readMarkdown(
  markdown: string,
  { path = '', flavour = commonmark, ...options }: MarkdownOptions = {},
): { frontMatter: FrontMatter; hast: Root } {
  const { source, format, content } = splitFrontMatter(markdown.replaceAll(/\r\n?/gu, '\n'))
  const frontMatter = readFrontMatter(source, format)
  const isMdx = flavour.isMdx(path, content)
  const html = (isMdx ? parseMdx : parse)(bounded(applySteps(content, flavour, isMdx, toolsOf(options))))
  const hast = parseFragment(html)
  markAlerts(hast)
  markTicks(hast)
  return { frontMatter, hast }
}

const toolsOf = ({
  include = () => undefined,
  variables = noVariables,
  onTrouble = () => {},
}: TemplateOptions): Tools => ({
  include,
  variables,
  leftOut: (what, sample) => onTrouble({ kind: 'left out', what, sample: sample.slice(0, 120) }),
})

function applySteps(text: string, { steps }: Flavour, isMdx: boolean, tools: Tools): string {
  const around = isMdx ? [formulas, mdxScript, ...steps, mdxTags, mdxExpressions] : [formulas, ...steps, components]
  return settleLines(around.reduce((markdown, step) => step(markdown, tools), withoutMarks(text)))
}
