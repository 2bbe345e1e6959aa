// Markdown as documentation teams write it: front matter, GitHub's tables and alerts, flavours, HTML in between.
import type { Root as HastRoot } from 'hast'
import type { Root } from 'mdast'
import rehypeRaw from 'rehype-raw'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { Processor } from 'unified'
import type { OnTrouble } from '../tree/trouble.ts'
import { markAlerts } from './alerts.ts'
import { bounded } from './bounded.ts'
import { commonmark } from './flavours/commonmark.ts'
import type { Flavour } from './flavours/flavour.ts'
import { readFrontMatter, splitFrontMatter } from './front-matter.ts'
import type { FrontMatter } from './front-matter.ts'
import { expandIncludes } from './includes.ts'
import type { ReadInclude } from './includes.ts'
import { components, mdxExpressions, mdxScript, mdxTags } from './syntax/jsx.ts'
import { settleLines, withoutMarks } from './syntax/own-line.ts'
import type { Step, Tools } from './syntax/step.ts'

const parser = unified().use(remarkParse).use(remarkGfm)
const mdxParser = unified().use(remarkParse).use(remarkGfm).use(withoutIndentedCode)
const toHtml = unified().use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '' }).use(rehypeRaw)

export type MarkdownOptions = {
  /** Where the document is in its tree: some flavours tell by its ending. */
  path?: string
  flavour?: Flavour
  /** The Markdown of an included file, undefined where there is none. */
  include?: ReadInclude
  variables?: ReadonlyMap<string, string>
  onTrouble?: OnTrouble
}

const noVariables: ReadonlyMap<string, string> = new Map()

/**
 * A document's front matter and its content as hast, which may hold anything that HTML can. Throws `SyntaxError` for
 * front matter that cannot be read, and `RangeError` for HTML nested by the thousand.
 */
export function readMarkdown(
  markdown: string,
  {
    path = '',
    flavour = commonmark,
    include = () => undefined,
    variables = noVariables,
    onTrouble = () => {},
  }: MarkdownOptions = {},
): { frontMatter: FrontMatter; hast: HastRoot } {
  const { source, format, content } = splitFrontMatter(markdown.replaceAll(/\r\n?/gu, '\n'))
  const frontMatter = readFrontMatter(source, format)
  const tools: Tools = {
    include,
    variables,
    leftOut: (what, sample) => onTrouble({ kind: 'left out', what, sample: sample.slice(0, 120) }),
  }
  const isMdx = flavour.isMdx(path, content)
  const parse = (text: string): Root => parseWith(isMdx ? mdxParser : parser, applySteps(text, flavour, isMdx, tools))
  const tree = expandIncludes(parse(content), (file) => {
    const included = include(file)
    return included === undefined ? undefined : parse(splitFrontMatter(included).content)
  })
  markAlerts(tree)
  return { frontMatter, hast: toHtml.runSync(tree) }
}

function applySteps(text: string, { steps }: Flavour, isMdx: boolean, tools: Tools): string {
  const around: readonly Step[] = isMdx ? [mdxScript, ...steps, mdxTags, mdxExpressions] : [...steps, components]
  return settleLines(around.reduce((markdown, step) => step(markdown, tools), withoutMarks(text)))
}

const parseWith = (processor: Processor<Root>, markdown: string): Root => processor.parse(bounded(markdown))

/** Text indented by four is no code in MDX: components are indented as code is. */
function withoutIndentedCode(this: Processor) {
  const data = this.data()
  const extensions = (data.micromarkExtensions ??= [])
  extensions.push({ disable: { null: ['codeIndented'] } })
}
