// For tests: a documentation of a shop in each flavour, with every construct in the places where authors put them.
import { asciidoc } from './asciidoc.ts'
import type { Construct, TestFlavour } from './construct.ts'
import { docusaurus, starlight } from './docusaurus.ts'
import { confluenceExport, googleDocsExport, notionExport, sphinxPages } from './exports.ts'
import { gitbook } from './gitbook.ts'
import { hugo } from './hugo.ts'
import { jekyll } from './jekyll.ts'
import { mkdocs } from './mkdocs.ts'
import { topics } from './topics.ts'
import { vitepress } from './vitepress.ts'
import { yfm } from './yfm.ts'

export const testFlavours: Record<string, TestFlavour> = {
  docusaurus,
  starlight,
  vitepress,
  mkdocs,
  hugo,
  jekyll,
  yfm,
  gitbook,
  asciidoc,
  'Confluence export': confluenceExport,
  'Notion export': notionExport,
  'Google Docs export': googleDocsExport,
  Sphinx: sphinxPages,
}

const indent = (text: string) => text.replaceAll(/^(?=.)/gmu, '   ')

/** A construct by itself, and, where it may stand so, as a part of a list. */
const placed = ({ source, topOnly }: Construct, at: number) =>
  topOnly || at % 2 === 0 ? source : `1. Сначала так:\n\n${indent(source)}\n\n2. Потом готово.`

const markdownLink =
  ({ ending = 'md' }: TestFlavour) =>
  (to: string, words: string) =>
    `[${words}](${to}.${ending})`

/** A page has one construct of a kind: footnotes and names of headings are a document's own. */
function pageOf(flavour: TestFlavour, at: number): string {
  const [title, sentence] = topics[at] ?? ['', '']
  const { constructs, link = markdownLink(flavour) } = flavour
  const count = Math.ceil(constructs.length / 8)
  const chosen = Array.from({ length: count }, (_, step) => constructs[(at + step * 8) % constructs.length])
  const parts = [...new Set(chosen)].map((construct, step) => (construct ? placed(construct, at + step) : ''))
  return [
    flavour.front(title, at),
    sentence,
    ...parts,
    `Дальше: ${link(`topic-${(at + 1) % topics.length}`, 'соседняя')}.`,
  ].join('\n\n')
}

/** The files of a tree of more than thirty pages, by path. */
export function testTree(flavour: TestFlavour): Record<string, string> {
  const pages = topics.map((_, at): [string, string] => [
    `topic-${at}.${flavour.ending ?? 'md'}`,
    pageOf(flavour, at).replace(/^\n+/u, ''),
  ])
  const inFolder = topics.map((_, at): [string, string] => [
    `orders/topic-${at}.${flavour.ending ?? 'md'}`,
    pageOf(flavour, at + 0)
      .replaceAll('](_includes/', '](../_includes/')
      .replaceAll('./parts/', '../parts/')
      .replaceAll('include::partials/', 'include::../partials/')
      .replaceAll('](orders/', '](')
      .replaceAll('url="orders/', 'url="')
      .replace(/^\n+/u, ''),
  ])
  return { ...flavour.files, ...Object.fromEntries(pages), ...Object.fromEntries(inFolder) }
}
