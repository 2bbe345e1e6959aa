import { Hono } from 'hono'
import * as z from 'zod/mini'
import { Article } from '@bilet/shared/article'
import { Locale } from '@bilet/shared/locale'
import { pageOf } from '@bilet/shared/replies'
import { limits } from '@bilet/shared/limits'
import { ArticleId, text } from '@bilet/shared/ticket'
import type { Entry } from '../articles/library.ts'
import { putStaffArticle, StaffArticle } from '../articles/staff-article.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { paging } from '../http/paging.ts'
import { Refusal } from '../http/problem.ts'
import { once } from '../http/once.ts'
import { requireScope } from '../http/staff-caller.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { teller } from './tell-audit.ts'

const IdParam = z.strictObject({ id: ArticleId })

/** Where a page ended, as the library tells it. */
const Cursor = z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/)))

const ListedArticle = z.strictObject({
  id: z.string(),
  title: z.string(),
  lang: Locale,
  url: z.string(),
  section: z.optional(z.string()),
  /** The import that brought it, or `staff`. */
  source: z.string(),
  updatedAt: z.iso.datetime(),
  /** When its source was last read. */
  checkedAt: z.iso.datetime(),
  /** The passage that answers, where articles were searched for. */
  excerpt: z.optional(z.string()),
})

/** Search looks closely at no more. */
const mostFound = 20

const toListed = ({ origin, ...entry }: Entry) => ({ ...entry, source: origin.source })

const published = 'Answers when search finds it so; other processes follow within 5 s.'

/** The articles of the desk, for those who answer with them and those who write them. */
export const staffArticleRoutes = ({ articles, readBlocks, suggestions, audit, answers, clock }: Deps) => {
  const keyed = once(answers)
  const tell = teller(audit)
  /** What search finds, as the library has it now: the index may know an article that is gone. */
  const find = async (q: string, limit: number) => {
    const found = await suggestions.find({ subject: q, limit: Math.min(limit, mostFound) })
    const entries = await Promise.all(
      found.map(async ({ articleId, excerpt }) => {
        const entry = await articles.entry(articleId)
        return entry && { ...toListed(entry), excerpt }
      }),
    )
    return entries.filter((entry) => entry !== undefined)
  }

  return new Hono<AppEnv>()
    .get(
      '/articles',
      describe({
        summary: 'Articles without their text, in an order that lasts; or those that answer `q`, best first',
        description:
          '`q` is searched as an owner’s question is, with the passage that answers it; nothing is learnt from it.',
        auth: 'staff:read',
        success: { status: 200, schema: pageOf(ListedArticle) },
      }),
      requireScope('read'),
      validate('query', z.strictObject({ limit: paging.limit, cursor: Cursor, q: z.optional(text(limits.subject)) })),
      async (c) => {
        const { q, ...range } = c.req.valid('query')
        if (q !== undefined) return c.json({ items: await find(q, range.limit), nextCursor: null })
        const { items, nextCursor } = await articles.page(range)
        return c.json({ items: items.map(toListed), nextCursor })
      },
    )
    .get(
      '/articles/:id',
      describe({
        summary: 'An article as a tree',
        auth: 'staff:read',
        success: { status: 200, schema: Article },
        problems: ['not_found'],
      }),
      requireScope('read'),
      validate('param', IdParam),
      async (c) => {
        const article = await articles.get(c.req.valid('param').id)
        if (!article) throw new Refusal('not_found')
        return c.json(article)
      },
    )
    .put(
      '/articles/:id',
      describe({
        summary: 'Add or replace an article, from Markdown or as a tree',
        description: `Takes either \`markdown\` or \`blocks\`. Links without a host lead to articles by their ids. ${published} An article that an import brought comes back as its source has it when that changes.`,
        auth: 'staff:admin',
        success: { status: 200, schema: Article },
        refused: ['unreadable'],
        problems: ['not_found'],
        example: {
          title: 'Подключить свой домен',
          lang: 'ru',
          markdown: '## Что понадобится\n\nДоступ к регистратору.\n\n1. Откройте «Настройки».\n2. Впишите домен.',
        },
        idempotent: 'optional',
      }),
      requireScope('admin'),
      validate('param', IdParam),
      validate('json', StaffArticle),
      keyed,
      async (c) => {
        const { id } = c.req.valid('param')
        const put = await putStaffArticle({ articles, readBlocks }, id, { body: c.req.valid('json'), at: clock() })
        if ('issues' in put) throw new Refusal('invalid_body', { issues: put.issues })
        await suggestions.publish()
        await tell(c, 'article.put', `article:${id}`, { after: { title: put.article.title } })
        return c.json(put.article)
      },
    )
    .delete(
      '/articles/:id',
      describe({
        summary: 'Remove an article',
        description: published,
        auth: 'staff:admin',
        success: { status: 204 },
        problems: ['not_found'],
        idempotent: 'optional',
      }),
      requireScope('admin'),
      validate('param', IdParam),
      keyed,
      async (c) => {
        const { id } = c.req.valid('param')
        if (!(await articles.get(id))) throw new Refusal('not_found')
        await articles.remove(id)
        await suggestions.publish()
        await tell(c, 'article.removed', `article:${id}`)
        return c.body(null, 204)
      },
    )
}
