// A desk with owners who write and agents who answer, over HTTP; the owners are those of the demo page.
import { randomBytes } from 'node:crypto'
import { call } from './client.ts'
import type { RunningServer } from './server.ts'

type Persona = 'free' | 'standard' | 'premium'

const tokenOf = () => `bilet_test_${randomBytes(16).toString('hex')}`

/** Two agents: Анна may do everything, Борис answers. */
export const agents = { anna: tokenOf(), boris: tokenOf() }

export const agentSettings = JSON.stringify([
  { name: 'Анна', scopes: ['admin'], token: agents.anna },
  { name: 'Борис', scopes: ['write'], token: agents.boris },
])

/** The demo page stands on the next port. */
export const demoOf = ({ origin }: RunningServer) => {
  const url = new URL(origin)
  url.port = String(Number(url.port) + 1)
  return url.origin
}

export type Sent = { id: string; number: number }

const ticketOf = (subject: string, description: string) => ({
  subject,
  description,
  steps: ['Открыл заказ', 'Увидел не то, что ждал'],
  screenshot: { attachments: [], links: [], none: 'nothing_to_show' },
  locale: 'ru',
})

export function openDesk(server: RunningServer) {
  const api = `${server.origin}/v1`

  /** An identity token as the demo's backend signs it for its owner. */
  async function tokenFor(persona: Persona): Promise<string> {
    const session = await fetch(`${demoOf(server)}/demo/session/${persona}`, { method: 'PUT' })
    const cookie = session.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    const { token } = (await (await fetch(`${demoOf(server)}/demo/token`, { headers: { cookie } })).json()) as {
      token: string
    }
    return token
  }

  const staff = <T>(path: string, options: Parameters<typeof call>[1] = {}) =>
    call<T>(`${api}/staff${path}`, { token: agents.boris, ...options })

  async function submit(token: string | undefined, body: object): Promise<Sent> {
    const headers = { 'Idempotency-Key': randomBytes(12).toString('hex') }
    const answer = await call<Sent>(`${api}/tickets`, { ...(token && { token }), body, headers })
    if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  return {
    staff,
    /** A ticket by that plan's owner; `more` are further fields of its draft. */
    write: async (persona: Persona, subject: string, description: string, more: object = {}): Promise<Sent> =>
      submit(await tokenFor(persona), {
        ...ticketOf(subject, description),
        department: persona === 'free' ? 'sales' : 'consultations',
        ...more,
      }),
    /** A ticket by somebody who is not signed in. */
    writeAsGuest: (email: string, subject: string, description: string): Promise<Sent> =>
      submit(undefined, { ...ticketOf(subject, description), department: 'sales', email }),
    /** A question that an owner asks, and sends no ticket about. */
    ask: async (persona: Persona, subject: string) =>
      call<{ queryId: string }>(`${api}/suggestions`, { token: await tokenFor(persona), body: { subject } }),
    /** An article that was suggested, opened by who had asked. */
    read: async (persona: Persona, article: string, queryId: string) =>
      call(`${api}/articles/${article}?queryId=${queryId}`, { token: await tokenFor(persona) }),
    /** What a colleague answers meanwhile. */
    answer: (id: string, text: string) => staff(`/tickets/${id}/messages`, { body: { text, visibility: 'public' } }),
    /** What a colleague notes meanwhile, for the staff alone. */
    note: (id: string, text: string) => staff(`/tickets/${id}/messages`, { body: { text, visibility: 'internal' } }),
    /** The ticket with everything, as it is now. */
    ticket: async <T = { status: string; assignee: string | null; history: { kind: string; text?: string }[] }>(
      id: string,
    ) => (await staff<T>(`/tickets/${id}`)).body,
  }
}
