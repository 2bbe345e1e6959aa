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
  /** UTF-16 code units of one text node. */
  text: 50_000,
} as const

/** A piece of a line. A link leads out (`href`: http, https, mailto, tel) or to another article, at its heading `anchor`. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'code'; text: string }
  | { type: 'break' }
  | { type: 'strong' | 'em'; children: Inline[] }
  | { type: 'link'; href: string; children: Inline[] }
  | { type: 'link'; articleId: string; anchor?: string; children: Inline[] }

/** What a quote is for: advice set apart from the text, or a plain quotation where absent. */
export type Tone = 'note' | 'tip' | 'important' | 'warning' | 'caution'

/** A cell holds one line of text. Rows are as wide as their source made them. */
export type Cell = Inline[]

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  /** `id` is unique in the article: links and the table of contents lead to it. */
  | { type: 'heading'; level: 2 | 3 | 4; id: string; children: Inline[] }
  | { type: 'list'; ordered: boolean; start?: number; items: Block[][] }
  | { type: 'code'; lang?: string; text: string }
  | { type: 'quote'; tone?: Tone; children: Block[] }
  | { type: 'table'; head: Cell[]; rows: Cell[][] }
  /** `src` is absolute, http or https; sizes in CSS pixels where the source gives them. */
  | { type: 'image'; src: string; alt: string; width?: number; height?: number }
  | { type: 'divider' }

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
/** What stands on one line. */
export const Line: z.ZodMiniType<Inline[]> = z.lazy(() => z.array(Inline))
const cells = z.array(Line)

/** One inline node, of a known kind, with links of a known scheme. */
export const Inline: z.ZodMiniType<Inline> = z.lazy(() =>
  z.union([
    z.strictObject({ type: z.enum(['text', 'code']), text: words }),
    z.strictObject({ type: z.literal('break') }),
    z.strictObject({ type: z.enum(['strong', 'em']), children: Line }),
    z.strictObject({ type: z.literal('link'), href: address(/^(?:https?:\/\/|mailto:|tel:)/i), children: Line }),
    z.strictObject({
      type: z.literal('link'),
      articleId: ArticleId,
      anchor: z.exactOptional(anchor),
      children: Line,
    }),
  ]),
)

const pixels = z.exactOptional(z.int().check(z.positive()))

/** One block node, of a known kind. */
export const Block: z.ZodMiniType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('paragraph'), children: Line }),
    z.strictObject({ type: z.literal('heading'), level: z.literal([2, 3, 4]), id: anchor, children: Line }),
    z.strictObject({
      type: z.literal('list'),
      ordered: z.boolean(),
      start: z.exactOptional(z.int()),
      items: z.array(z.array(Block)),
    }),
    z.strictObject({ type: z.literal('code'), lang: z.exactOptional(text(40)), text: words }),
    z.strictObject({
      type: z.literal('quote'),
      tone: z.exactOptional(z.enum(['note', 'tip', 'important', 'warning', 'caution'])),
      children: z.array(Block),
    }),
    z.strictObject({ type: z.literal('table'), head: cells, rows: z.array(cells) }),
    z.strictObject({
      type: z.literal('image'),
      src: address(/^https?:\/\//i),
      alt: words,
      width: pixels,
      height: pixels,
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

const inside = (block: Block): Block[] =>
  block.type === 'list' ? block.items.flat() : block.type === 'quote' ? block.children : []

const countBlocks = (blocks: Block[]): number => blocks.reduce((sum, block) => sum + 1 + countBlocks(inside(block)), 0)

const blocksDepth = (blocks: Block[]): number =>
  blocks.reduce((deepest, block) => Math.max(deepest, 1 + blocksDepth(inside(block))), 0)
