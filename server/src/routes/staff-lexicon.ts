import { Hono } from 'hono'
import { Lexicon } from '../search/lexicon/lexicon.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { once } from '../http/once.ts'
import { requireScope } from '../http/staff-caller.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { teller } from './tell-audit.ts'

/** What owners of this desk call things. Written whole: small enough to be read by a person. */
export const staffLexiconRoutes = ({ articles, suggestions, audit, answers }: Deps) => {
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
}
