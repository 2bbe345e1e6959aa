import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { Refusal } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'

const NameParam = z.strictObject({ name: z.string().check(z.regex(/^[0-9a-f]{64}\.(?:png|jpg|webp)$/)) })

/** Pictures of articles, for everybody who may read these: a name is its bytes' digest, so it never means others. */
export const articlePictureRoutes = ({ articles }: Pick<Deps, 'articles'>) =>
  new Hono<AppEnv>().get(
    '/article-pictures/:name',
    describe({
      summary: 'A picture of an article',
      description: "Named by an image's `src`. Never changes.",
      auth: 'owner_or_guest',
      success: { status: 200, type: 'image/*' },
      problems: ['not_found'],
    }),
    validate('param', NameParam),
    async (c) => {
      const picture = await articles.pictures.get(c.req.valid('param').name)
      if (!picture) throw new Refusal('not_found')
      return c.body(picture.bytes, 200, {
        'Content-Type': picture.type,
        'Cache-Control': 'public, max-age=31536000, immutable',
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'X-Content-Type-Options': 'nosniff',
      })
    },
  )
