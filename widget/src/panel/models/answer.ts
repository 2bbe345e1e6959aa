// What came back from the API. Nothing throws: a failure is a value with a stable code that i18n has words for.
import type { Issue } from '@bilet/shared/problem'

/** `code` is a problem code of the API, or one of ours: `offline`, `aborted`, `sign_in_unavailable`. */
export type Failure = { code: string; issues: Issue[] }

export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure }

export const succeed = <T>(value: T): Answer<T> => ({ ok: true, value })

export const fail = (code: string, issues: Issue[] = []): Answer<never> => ({ ok: false, failure: { code, issues } })

/** Whether the request may have been lost on the way: then the same request is worth repeating. */
export const isLost = ({ code }: Failure) =>
  code === 'offline' || code === 'unavailable' || code === 'internal' || code === 'rate_limited'
