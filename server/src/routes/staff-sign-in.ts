import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Deps } from '../deps.ts'
import { bearer, spendFailure, unauthenticated } from '../http/caller.ts'
import type { AppEnv } from '../http/env.ts'
import { describe } from '../openapi/operation.ts'

const SignInReply = z.strictObject({ token: z.string() })

/** From a link that is printed to the token that it stands for. */
export const staffSignInRoutes = ({ signInCodes, limits }: Pick<Deps, 'signInCodes' | 'limits'>) =>
  new Hono<AppEnv>().post(
    '/sign-in',
    describe({
      summary: 'Change the code of a sign-in link for its staff token, once',
      description: '`npm start` prints such a link. The code is sent as the bearer token.',
      auth: 'sign_in_code',
      success: { status: 201, schema: SignInReply },
    }),
    async (c) => {
      const token = signInCodes.take(bearer(c) ?? '')
      if (token === null) {
        await spendFailure(c, limits)
        throw unauthenticated('token_invalid')
      }
      return c.json({ token }, 201)
    },
  )
