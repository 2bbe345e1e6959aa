import { Hono } from 'hono'
import * as z from 'zod/mini'
import { LexiconProposal } from '@bilet/shared/staff-replies'
import { Lexicon } from '../search/lexicon/lexicon.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { IdParam } from '../http/id-param.ts'
import { once } from '../http/once.ts'
import { Refusal } from '../http/problem.ts'
import { requireScope } from '../http/staff-caller.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { teller } from './tell-audit.ts'

/** What owners of this desk call things. Written whole: small enough to be read by a person. */
export const staffLexiconRoutes = ({ articles, suggestions, lexiconProposals, audit, answers }: Deps) => {
  const keyed = once(answers)
  const tell = teller(audit)
  return new Hono<AppEnv>()
    .get(
      '/lexicon',
      describe({
        summary: 'The desk’s own words, without the product’s',
        auth: 'staff:admin',
        success: { status: 200, schema: Lexicon },
      }),
      requireScope('admin'),
      async (c) => c.json(await articles.lexicon.read()),
    )
    .put(
      '/lexicon',
      describe({
        summary: 'Replace the desk’s own words',
        description:
          '`same`: phrases that mean one thing. `names`: spellings of a product or service. `suggests`: what phrases may be about, one way. Any form of a word stands for all. Added to the product’s own; search heeds them when this answers, in other processes within 5 s.',
        auth: 'staff:admin',
        success: { status: 200, schema: Lexicon },
        example: {
          same: [['витрина', 'главная страница магазина']],
          names: [['Посылкин', 'posylkin']],
          suggests: [{ from: ['не грузится'], to: ['медленно открывается'] }],
        },
        idempotent: 'optional',
      }),
      requireScope('admin'),
      validate('json', Lexicon),
      keyed,
      async (c) => {
        const lexicon = c.req.valid('json')
        await articles.lexicon.write(lexicon)
        await suggestions.publish()
        await tell(c, 'lexicon.put', 'lexicon:desk')
        return c.json(lexicon)
      },
    )
    .get(
      '/lexicon/proposals',
      describe({
        summary: 'Words that owners say and articles do not, with what tells it',
        description:
          'From questions of the last half year that ended in one article, by the owner’s "solved" or a ticket resolved with it: `from` is said in at least three of them by at least two owners, the article does not say it, and no lexicon leads there. At most 50, the best founded first. Guests’ clicks do not count.',
        auth: 'staff:admin',
        success: { status: 200, schema: z.strictObject({ items: z.array(LexiconProposal) }) },
      }),
      requireScope('admin'),
      async (c) => c.json({ items: await lexiconProposals.list() }),
    )
    .post(
      '/lexicon/proposals/:id/accept',
      describe({
        summary: 'Take proposed words into the desk’s own',
        description:
          'Adds `from` beside `to` to `same`, where it can be changed or taken back like any other. Accepting again changes nothing. 404 where the questions that told it are gone, or the desk’s words are as many as they may be.',
        auth: 'staff:admin',
        success: { status: 200, schema: Lexicon },
        problems: ['not_found'],
        idempotent: 'optional',
      }),
      requireScope('admin'),
      validate('param', IdParam),
      keyed,
      async (c) => {
        const lexicon = await lexiconProposals.accept(c.req.valid('param').id)
        if (!lexicon) throw new Refusal('not_found')
        await suggestions.publish()
        await tell(c, 'lexicon.put', 'lexicon:desk')
        return c.json(lexicon)
      },
    )
    .post(
      '/lexicon/proposals/:id/dismiss',
      describe({
        summary: 'Propose these words for this article no more',
        auth: 'staff:admin',
        success: { status: 204 },
        problems: ['not_found'],
        idempotent: 'optional',
      }),
      requireScope('admin'),
      validate('param', IdParam),
      keyed,
      async (c) => {
        if (!(await lexiconProposals.dismiss(c.req.valid('param').id))) throw new Refusal('not_found')
        return c.body(null, 204)
      },
    )
}
