// The desk as other programs meet it: an address, tokens, requests over a real connection.
import { randomBytes } from 'node:crypto'
import { SignJWT } from 'jose'
import type { VerifiedCaller } from '@bilet/shared/caller'
import type { TicketDraft } from '@bilet/shared/ticket'

const secret = randomBytes(32)

export const staffToken = `bilet_${randomBytes(24).toString('base64url')}`

/** Settings of a server under test. */
export const settings = {
  BILET_LIMITS: '0',
  BILET_IDENTITY_KEYS: JSON.stringify({ test: secret.toString('base64') }),
  BILET_STAFF_TOKENS: JSON.stringify([{ name: 'Анна', scopes: ['admin'], token: staffToken }]),
}

export const owner: VerifiedCaller = {
  kind: 'owner',
  issuer: 'test',
  userId: 'u1',
  shop: 's1',
  plan: 'standard',
  email: 'olena@shop.example',
  name: 'Олена',
}

/** An identity token as the host's backend signs it, good for ten minutes. */
export const tokenFor = ({ issuer, userId, shop, plan, email, name }: VerifiedCaller = owner) =>
  new SignJWT({ shop, plan, email, name })
    .setProtectedHeader({ alg: 'HS256', kid: 'test' })
    .setIssuer(issuer)
    .setAudience('bilet')
    .setSubject(userId)
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(secret)

export const draft: TicketDraft = {
  subject: 'Не приходят письма о заказе',
  description: 'После оформления заказа покупатель не получает письмо, хотя раньше получал.',
  steps: ['Оформил тестовый заказ', 'Подождал 20 минут, письма нет и в спаме'],
  screenshot: { attachments: [], links: ['https://prnt.sc/abc123'] },
  department: 'sales',
  locale: 'ru',
}

type Call = { method?: string; body?: unknown; key?: string; token?: string | null; headers?: Record<string, string> }

export type Answer<T = Record<string, unknown>> = { status: number; headers: Headers; body: T }

/** One request; the answer's body is parsed when it is JSON. The test names the shape that it expects. */
export async function call<T = Record<string, unknown>>(url: string, options?: Call): Promise<Answer<T>>
export async function call(url: string, { body, key, token, headers, ...init }: Call = {}): Promise<Answer<unknown>> {
  const isForm = body instanceof FormData
  const response = await fetch(url, {
    method: init.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      // A server may close what idles while a busy machine waits: no request is written into that.
      Connection: 'close',
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(key && { 'Idempotency-Key': key }),
      ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
}

/** Someone with a token, at an address. */
export const as = (origin: string, token: string | null) => ({
  get: <T>(path: string) => call<T>(`${origin}${path}`, { token }),
  send: <T>(method: string, path: string, body: unknown, more: Call = {}) =>
    call<T>(`${origin}${path}`, { method, body, token, ...more }),
})

/** A form with one file, as a browser sends it. */
export function fileForm(bytes: Uint8Array, name = 'screen.png'): FormData {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name, { type: 'image/png' }))
  return form
}
