import { Hono } from 'hono'
import * as z from 'zod/mini'
import { Article } from '@bilet/shared/article'
import { limits } from '@bilet/shared/limits'
import { Language } from '@bilet/shared/locale'
import { SuggestionsReply } from '@bilet/shared/replies'
import { ArticleId, Id, PageUrl, text } from '@bilet/shared/ticket'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { Refusal } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'

const Query = z.strictObject({
  subject: z.optional(text(limits.subject)),
  description: z.optional(text(limits.description)),
  steps: z.optional(z.array(text(limits.step)).check(z.maxLength(limits.steps))),
  pageUrl: z.optional(PageUrl),
  pageTitle: z.optional(text(limits.subject)),
  locale: z.optional(Language),
  limit: z._default(z.int().check(z.gte(1), z.lte(5)), 3),
})

const Feedback = z.strictObject({ queryId: Id, outcome: z.enum(['solved', 'not_helpful']) })

const Explain = z.strictObject({ explain: z.optional(z.enum(['0', '1'])) })

const Opening = z.strictObject({ queryId: z.optional(Id) })

const IdParam = z.strictObject({ id: ArticleId })

/** Documentation before sending (R22): suggestions, reading, and whether it helped. */
export const articleRoutes = ({ articles, suggestions, learning }: Deps) =>
  new Hono<AppEnv>()
    .post(
      '/suggestions',
      describe({
        summary: 'Articles that may answer a draft',
        description:
          'None rather than bad ones. Of several questions each is answered by itself, and `subject` tells which. Where nothing is written yet: what owners open on the page of `pageUrl`, then what speaks of `pageTitle`. With `explain=1` each tells the parts of its score.',
        auth: 'owner_or_guest',
        success: { status: 200, schema: SuggestionsReply },
        problems: ['rate_limited'],
        example: { subject: 'как подключить свой домен', locale: 'ru' },
      }),
      validate('query', Explain),
      validate('json', Query),
      async (c) => {
        const explain = c.req.valid('query').explain === '1'
        return c.json(await suggestions.suggest({ ...c.req.valid('json'), explain }, c.get('caller')))
      },
    )
    .get(
      '/articles/:id',
      describe({
        summary: 'An article as a tree of known nodes, never HTML',
        description: 'With `queryId` it is known which suggestion led here.',
        auth: 'owner_or_guest',
        success: { status: 200, schema: Article },
        problems: ['not_found'],
      }),
      validate('param', IdParam),
      validate('query', Opening),
      async (c) => {
        const { id } = c.req.valid('param')
        const article = await articles.get(id)
        if (!article) throw new Refusal('not_found')
        const { queryId } = c.req.valid('query')
        const caller = c.get('caller')
        const asked = queryId !== undefined && suggestions.isAsked(queryId, caller) ? { queryId } : {}
        learning.record({ kind: 'opened', articleId: id, caller, ...asked })
        return c.json(article)
      },
    )
    .post(
      '/articles/:id/feedback',
      describe({
        summary: 'Whether an article solved it',
        auth: 'owner_or_guest',
        success: { status: 204 },
        problems: ['not_found'],
        example: { queryId: 'q_demo', outcome: 'solved' },
      }),
      validate('param', IdParam),
      validate('json', Feedback),
      async (c) => {
        const { queryId, outcome } = c.req.valid('json')
        const isKnown = await suggestions.feedback(c.req.valid('param').id, queryId, outcome, c.get('caller'))
        if (!isKnown) throw new Refusal('not_found')
        return c.body(null, 204)
      },
    )
