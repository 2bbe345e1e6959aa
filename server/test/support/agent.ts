// An agent at work through the API: every answer with its status, ETag and headers.
import type { Problem } from '@bilet/shared/problem'
import type { StaffTicket } from '@bilet/shared/staff-replies'
import type { TestApp } from './test-app.ts'

type Answer<T> = { status: number; body: T; etag: string; headers: Headers }

export type Agent = ReturnType<typeof createAgent>

/** `headers` go with a request as they are: `Idempotency-Key`, `If-Match`. */
export function createAgent({ app }: Pick<TestApp, 'app'>, token: string) {
  async function send<T = Partial<Problem> & Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const isForm = body instanceof FormData
    const response = await app.request(`/v1/staff${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return {
      status: response.status,
      body: (isJson ? JSON.parse(text) : text) as T,
      etag: response.headers.get('etag') ?? '',
      headers: response.headers,
    }
  }

  return {
    send,
    ticket: async (id: string) => (await send<StaffTicket>('GET', `/tickets/${id}`)).body,
    etag: async (id: string) => (await send('GET', `/tickets/${id}`)).etag,
    change: (id: string, change: unknown, ifMatch: string, headers = {}) =>
      send('PATCH', `/tickets/${id}`, change, { 'If-Match': ifMatch, ...headers }),
    say: (id: string, text: string, more: Record<string, unknown> = {}, headers = {}) =>
      send('POST', `/tickets/${id}/messages`, { text, visibility: 'public', ...more }, headers),
    decide: (id: string, decision: unknown, headers = {}) =>
      send('POST', `/tickets/${id}/decisions`, decision, headers),
    bulk: (body: unknown, headers = {}) =>
      send<{ results: { id: string; outcome: string; version?: number }[] }>('POST', '/tickets/bulk', body, headers),
    counts: async (query = '') => (await send<Record<string, unknown>>('GET', `/tickets/counts${query}`)).body,
  }
}
