// What came back from the API. Nothing throws: a failure is a value with a stable code that i18n has words for.
import type { Issue } from '@bilet/shared/problem'

/** `code` is a problem code of the API, or one of ours: `offline`, `aborted`, `sign_in_unavailable`. */
export type Failure = {
  code: string
  issues: Issue[]
  /** Of HTTP, where there was an answer. */
  status?: number
}

export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure }

export const succeed = <T>(value: T): Answer<T> => ({ ok: true, value })

export const fail = (code: string, issues: Issue[] = [], status?: number): Answer<never> => ({
  ok: false,
  failure: { code, issues, ...(status !== undefined && { status }) },
})

const lostCodes = new Set(['offline', 'unavailable', 'internal', 'rate_limited'])

/** Whether the request may have been lost on the way, whatever code it failed with: the same one is worth repeating. */
export const isLost = ({ code, status = 0 }: Failure) => lostCodes.has(code) || status >= 500
