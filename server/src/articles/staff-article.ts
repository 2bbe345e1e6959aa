// An article as staff write it, by hand or from a program of theirs: Markdown, or the tree itself.
import * as z from 'zod/mini'
import { Article, articleLimits, Block } from '@bilet/shared/article'
import { toIssues } from '@bilet/shared/issues'
import { limits } from '@bilet/shared/limits'
import { Locale } from '@bilet/shared/locale'
import type { Issue } from '@bilet/shared/problem'
import { text } from '@bilet/shared/ticket'
import { articleText } from './article-text.ts'
import { digest } from '../util/digest.ts'
import { detectLanguage } from './import/tree/language.ts'
import type { ArticleLibrary } from './library.ts'
import type { ReadBlocks } from './written-text.ts'

const longestMarkdown = 400_000

export const StaffArticle = z
  .strictObject({
    title: text(articleLimits.title).check(z.minLength(1)),
    /** Its letters decide where it is absent. */
    lang: z.optional(Locale),
    /** Where it is published, if anywhere. */
    url: z.optional(text(limits.url).check(z.regex(/^(?:https?:\/\/.*)?$/i))),
    section: z.optional(text(articleLimits.title)),
    markdown: z.optional(text(longestMarkdown)),
    blocks: z.optional(z.array(Block)),
  })
  .check(
    z.refine(({ markdown, blocks }) => (markdown === undefined) !== (blocks === undefined), {
      error: 'markdown_or_blocks',
    }),
  )
export type StaffArticle = z.infer<typeof StaffArticle>

/** Articles that staff put bear this as their source: an import's pruning leaves them alone. */
const source = 'staff'

type Desk = { articles: ArticleLibrary; readBlocks: ReadBlocks }

/** Puts an article into the library, or tells what is wrong with it. `at` is epoch milliseconds. */
export async function putStaffArticle(
  { articles, readBlocks }: Desk,
  id: string,
  { body, at }: { body: StaffArticle; at: number },
): Promise<{ article: Article } | { issues: Issue[] }> {
  const { title, url = '', section, markdown = '', blocks } = body
  const read = blocks ? { blocks } : await readBlocks({ id, title, url, markdown })
  if ('issues' in read) return read
  const lang = body.lang ?? detectLanguage(`${title}\n${articleText(read.blocks).body}`)
  const updatedAt = new Date(at).toISOString()
  const parsed = Article.safeParse({ id, title, lang, url, ...(section && { section }), ...read, updatedAt })
  if (!parsed.success) return { issues: toIssues(parsed.error) }
  await articles.put(parsed.data, { source, hash: await digest(JSON.stringify(parsed.data)) })
  return { article: parsed.data }
}
