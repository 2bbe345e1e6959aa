// A help article as a small tree of known nodes: no HTML, so a reader needs no HTML sink to show it.
// The widget imports these types only (`import type`), never the schema: it adds no byte there.
import * as z from 'zod/mini'
import { limits } from './limits.ts'
import { Locale } from './locale.ts'
import { ArticleId, text } from './ticket.ts'

/** Ceilings of one article. What lies deeper at import is flattened to its text, never lost. */
export const articleLimits = {
  title: 300,
  /** Blocks inside blocks: a paragraph in a list in a list is at level 3. */
  blockDepth: 6,
  /** Marks inside marks: text in strong in a link is at level 3. */
  inlineDepth: 4,
  /** Blocks at all levels together. */
  blocks: 5_000,
  /** Columns or rows that one cell may stand over. */
  span: 100,
  /** UTF-16 code units of one text node. */
  text: 50_000,
} as const

const marks = ['strong', 'em', 'del', 'sup', 'sub'] as const

/**
 * A piece of a line; `kbd` is a key to press. A link leads out (`href`: http, https, mailto, tel) or to another article,
 * at its heading or footnote `anchor`.
 */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'code'; text: string }
  | { type: 'kbd'; text: string }
  | { type: 'break' }
  | { type: (typeof marks)[number]; children: Inline[] }
  | { type: 'link'; href: string; children: Inline[] }
  | { type: 'link'; articleId: string; anchor?: string; children: Inline[] }

/** What a quote is for: advice set apart from the text, or a plain quotation where absent. */
export type Tone = 'note' | 'tip' | 'important' | 'warning' | 'caution'

/**
 * A line of text; or, where a cell heads a row, spans others (numbers of columns and rows) or holds more than a line, its
 * blocks. Rows are as wide as their source made them.
 */
export type Cell = Inline[] | { header?: true; colspan?: number; rowspan?: number; children: Block[] }

/** A part that is shown under its title alone. */
export type Titled = { title: Inline[]; children: Block[] }

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  /** `id` is unique in the article: links and the table of contents lead to it. */
  | { type: 'heading'; level: 2 | 3 | 4; id: string; children: Inline[] }
  | { type: 'list'; ordered: boolean; start?: number; items: Block[][] }
  | { type: 'code'; lang?: string; text: string }
  /** A note has a tone, and a title where its source gives it one. */
  | { type: 'quote'; tone?: Tone; title?: Inline[]; children: Block[] }
  /** One of them is shown at a time. */
  | { type: 'tabs'; tabs: Titled[] }
  /** Folded until its title is pressed. */
  | ({ type: 'details' } & Titled)
  | { type: 'table'; head: Cell[]; rows: Cell[][] }
  /** Numbered from 1; `id` is what links lead to, unique among headings too. */
  | { type: 'footnotes'; notes: { id: string; children: Block[] }[] }
  /** `src` is http or https, or a path of this API where the picture is kept by the desk; sizes in CSS pixels. */
  | { type: 'image'; src: string; alt: string; width?: number; height?: number }
  /** A link to where it plays, http or https; `poster` is a picture like an image's `src`. */
  | { type: 'video'; href: string; title: string; poster?: string }
  | { type: 'divider' }

/** Where the desk serves the pictures of its articles: the name is the picture's SHA-256 and its type. */
export const articlePictures = '/v1/article-pictures/'

/** What stands between the names of sections, from the outermost. */
export const betweenSections = ' › '

export type Article = {
  id: string
  title: string
  lang: Locale
  /** Where the article is published; relative to its source, or empty, where it has no address of its own. */
  url: string
  /** The part of the documentation that it belongs to, in words. */
  section?: string
  blocks: Block[]
  /** RFC 3339, UTC. */
  updatedAt: string
}

const address = (pattern: RegExp) => text(limits.url).check(z.regex(pattern))
const words = text(articleLimits.text)
const anchor = text(limits.subject)
const picture = address(/^(?:https?:\/\/|\/v1\/article-pictures\/[0-9a-f]{64}\.(?:png|jpg|webp)$)/i)
/** What stands on one line. */
export const Line: z.ZodMiniType<Inline[]> = z.lazy(() => z.array(Inline))
const Blocks: z.ZodMiniType<Block[]> = z.lazy(() => z.array(Block))

/** One inline node, of a known kind, with links of a known scheme. */
export const Inline: z.ZodMiniType<Inline> = z.lazy(() =>
  z.union([
    z.strictObject({ type: z.enum(['text', 'code', 'kbd']), text: words }),
    z.strictObject({ type: z.literal('break') }),
    z.strictObject({ type: z.enum(marks), children: Line }),
    z.strictObject({ type: z.literal('link'), href: address(/^(?:https?:\/\/|mailto:|tel:)/i), children: Line }),
    z.strictObject({
      type: z.literal('link'),
      articleId: ArticleId,
      anchor: z.exactOptional(anchor),
      children: Line,
    }),
  ]),
)

const positive = z.exactOptional(z.int().check(z.positive()))
const titled = { title: Line, children: Blocks }
const span = z.exactOptional(z.int().check(z.gte(1), z.lte(articleLimits.span)))
const cells = z.array(
  z.union([
    Line,
    z.strictObject({ header: z.exactOptional(z.literal(true)), colspan: span, rowspan: span, children: Blocks }),
  ]),
)

/** One block node, of a known kind. */
export const Block: z.ZodMiniType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('paragraph'), children: Line }),
    z.strictObject({ type: z.literal('heading'), level: z.literal([2, 3, 4]), id: anchor, children: Line }),
    z.strictObject({
      type: z.literal('list'),
      ordered: z.boolean(),
      start: z.exactOptional(z.int()),
      items: z.array(Blocks),
    }),
    z.strictObject({ type: z.literal('code'), lang: z.exactOptional(text(40)), text: words }),
    z.strictObject({
      type: z.literal('quote'),
      tone: z.exactOptional(z.enum(['note', 'tip', 'important', 'warning', 'caution'])),
      title: z.exactOptional(Line),
      children: Blocks,
    }),
    z.strictObject({ type: z.literal('tabs'), tabs: z.array(z.strictObject(titled)).check(z.minLength(1)) }),
    z.strictObject({ type: z.literal('details'), ...titled }),
    z.strictObject({ type: z.literal('table'), head: cells, rows: z.array(cells) }),
    z.strictObject({
      type: z.literal('footnotes'),
      notes: z.array(z.strictObject({ id: anchor, children: Blocks })),
    }),
    z.strictObject({ type: z.literal('image'), src: picture, alt: words, width: positive, height: positive }),
    z.strictObject({
      type: z.literal('video'),
      href: address(/^https?:\/\//i),
      title: words,
      poster: z.exactOptional(picture),
    }),
    z.strictObject({ type: z.literal('divider') }),
  ]),
)

/** A whole article, bounded in depth and size. Parse only what came through a reader that bounds JSON's own depth. */
export const Article: z.ZodMiniType<Article> = z.strictObject({
  id: ArticleId,
  title: text(articleLimits.title).check(z.minLength(1)),
  lang: Locale,
  url: text(limits.url),
  section: z.exactOptional(text(articleLimits.title)),
  blocks: z.array(Block).check(
    z.refine((blocks) => countBlocks(blocks) <= articleLimits.blocks, { error: 'too_many' }),
    z.refine((blocks) => blocksDepth(blocks) <= articleLimits.blockDepth, { error: 'too_deep' }),
  ),
  updatedAt: z.iso.datetime(),
})

/** The blocks one level down. */
export function blocksInside(block: Block): Block[] {
  switch (block.type) {
    case 'list':
      return block.items.flat()
    case 'tabs':
      return block.tabs.flatMap(({ children }) => children)
    case 'table':
      return [block.head, ...block.rows].flat().flatMap((cell) => (Array.isArray(cell) ? [] : cell.children))
    case 'footnotes':
      return block.notes.flatMap(({ children }) => children)
    default:
      return block.type === 'quote' || block.type === 'details' ? block.children : []
  }
}

const countBlocks = (blocks: Block[]): number =>
  blocks.reduce((sum, block) => sum + 1 + countBlocks(blocksInside(block)), 0)

const blocksDepth = (blocks: Block[]): number =>
  blocks.reduce((deepest, block) => Math.max(deepest, 1 + blocksDepth(blocksInside(block))), 0)
