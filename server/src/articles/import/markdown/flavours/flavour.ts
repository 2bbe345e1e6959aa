import type { Step } from '../syntax/step.ts'

export type FlavourName =
  | 'commonmark'
  | 'docusaurus'
  | 'vitepress'
  | 'mkdocs'
  | 'hugo'
  | 'jekyll'
  | 'yfm'
  | 'gitbook'
  | 'starlight'

/** What a generator of sites adds to Markdown. */
export type Flavour = {
  name: FlavourName
  /** Files or folders at the root of a tree, or above it, that tell it. */
  signs: readonly RegExp[]
  /** In this order; the last of them never sees what an earlier one knew. */
  steps: readonly Step[]
  /** Those of them that HTML files want, too. */
  templates?: readonly Step[]
  /** What HTML files in a tree are: pages, pages where they begin with front matter, or parts of the site and its examples. */
  html: 'pages' | 'with front matter' | 'parts'
  /** Whether a document is MDX, in which all of HTML is components and indented text is no code. */
  isMdx: (path: string, markdown: string) => boolean
}

/** Files called so, and those that can be nothing else. */
export const looksLikeMdx = (path: string, markdown: string) =>
  /\.mdx$/iu.test(path) ||
  /^(?:import\s[^\n]{0,300}\sfrom\s+["']|export\s+(?:const|default|function)\s)|^[ \t]*\{\/\*/mu.test(markdown)

export const neverMdx = () => false
