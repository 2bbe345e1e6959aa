// A body's size, told by its `Content-Length` where there is one: reading the body as a stream to count it, as the
// library does, costs a submission more than everything else that HTTP asks for.
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { ProblemCode } from '@bilet/shared/problem'
import type { AppEnv } from './env.ts'
import { Refusal } from './problem.ts'

const tooLarge = () => {
  throw new Refusal('too_large')
}

/**
 * Refuses bodies of more than so many bytes (413): before they are read where they say so, while they are read else. One
 * that its client breaks off meanwhile is refused as `brokenAs`: it is no fault of ours.
 */
export function limitBody(maxSize: number, brokenAs: ProblemCode) {
  const counted = bodyLimit({ maxSize, onError: tooLarge })
  return createMiddleware<AppEnv>((c, next) => {
    const length = c.req.header('content-length')
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) {
      let isRead = false
      const whole = () => {
        isRead = true
        return next()
      }
      return counted(c, whole).catch((error: unknown) => {
        throw isRead || error instanceof Refusal ? error : new Refusal(brokenAs)
      })
    }
    if (!(Number(length) <= maxSize)) tooLarge() // What is no number is no promise either.
    return next()
  })
}
