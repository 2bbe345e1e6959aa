// Markdown as documentation teams write it: front matter, GitHub's tables and alerts, includes, HTML in between.
import type { Root as HastRoot } from 'hast'
import type { Root } from 'mdast'
import rehypeRaw from 'rehype-raw'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { readFrontMatter } from './front-matter.ts'
import type { FrontMatter } from './front-matter.ts'
import { markAlerts } from './markdown-alerts.ts'
import { expandIncludes } from './markdown-includes.ts'
import type { ReadInclude } from './markdown-includes.ts'

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter)
const toHtml = unified().use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw)

/**
 * A document's front matter and its content as hast, which may hold anything that HTML can. `readInclude` gives the
 * Markdown of an included file, undefined where there is none. Throws for front matter that is not YAML, and
 * `RangeError` for HTML nested by the thousand.
 */
export function readMarkdown(
  markdown: string,
  readInclude: ReadInclude = () => undefined,
): { frontMatter: FrontMatter; hast: HastRoot } {
  const tree = parse(markdown)
  const frontMatter = readFrontMatter(tree.children.find((node) => node.type === 'yaml')?.value ?? '')
  markAlerts(
    expandIncludes(tree, (path) => {
      const included = readInclude(path)
      return included === undefined ? undefined : parse(included)
    }),
  )
  return { frontMatter, hast: toHtml.runSync(tree) }
}

const parse = (markdown: string): Root => parser.parse(shallow(markdown))

/** Parsing takes time by the square of nesting: nobody indents by a hundred spaces or quotes fifty levels deep. */
const shallow = (markdown: string) =>
  markdown
    .replaceAll(/^([ \t]{100})[ \t]+/gmu, '$1')
    .replaceAll(/^((?:[ \t]*>){50})(?:[ \t]*>)+/gmu, '$1')
    .replaceAll(/^((?:[ \t]*[-*+]){50})(?:[ \t]*[-*+])+(?=[ \t])/gmu, '$1')
