import { Hono } from 'hono'
import * as z from 'zod/mini'
import { Article } from '@bilet/shared/article'
import { Locale } from '@bilet/shared/locale'
import { pageOf } from '@bilet/shared/replies'
import { ArticleId } from '@bilet/shared/ticket'
import type { Entry } from '../articles/library.ts'
import { putStaffArticle, StaffArticle } from '../articles/staff-article.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { paging } from '../http/paging.ts'
import { Refusal } from '../http/problem.ts'
import { requireScope } from '../http/staff-caller.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'

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
})

const toListed = ({ origin, ...entry }: Entry) => ({ ...entry, source: origin.source })

const published = 'Answers when search finds it so; other processes follow within 5 s.'

/** The articles of the desk, for those who write them. */
export const staffArticleRoutes = ({ articles, suggestions, clock }: Deps) =>
  new Hono<AppEnv>()
    .get(
      '/articles',
      describe({
        summary: 'Articles without their text, in an order that lasts',
        auth: 'staff:admin',
        success: { status: 200, schema: pageOf(ListedArticle) },
      }),
      requireScope('admin'),
      validate('query', z.strictObject({ limit: paging.limit, cursor: Cursor })),
      async (c) => {
        const { items, nextCursor } = await articles.page(c.req.valid('query'))
        return c.json({ items: items.map(toListed), nextCursor })
      },
    )
    .get(
      '/articles/:id',
      describe({
        summary: 'An article as a tree',
        auth: 'staff:admin',
        success: { status: 200, schema: Article },
        problems: ['not_found'],
      }),
      requireScope('admin'),
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
        problems: ['not_found'],
        example: {
          title: 'Подключить свой домен',
          lang: 'ru',
          markdown: '## Что понадобится\n\nДоступ к регистратору.\n\n1. Откройте «Настройки».\n2. Впишите домен.',
        },
      }),
      requireScope('admin'),
      validate('param', IdParam),
      validate('json', StaffArticle),
      async (c) => {
        const put = await putStaffArticle(articles, c.req.valid('param').id, { body: c.req.valid('json'), at: clock() })
        if ('issues' in put) throw new Refusal('invalid_body', { issues: put.issues })
        await suggestions.publish()
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
      }),
      requireScope('admin'),
      validate('param', IdParam),
      async (c) => {
        const { id } = c.req.valid('param')
        if (!(await articles.get(id))) throw new Refusal('not_found')
        await articles.remove(id)
        await suggestions.publish()
        return c.body(null, 204)
      },
    )
