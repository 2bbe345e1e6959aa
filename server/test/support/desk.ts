// What owners, documentation writers and support agents do with a desk, as requests.
import type { Article } from '@bilet/shared/article'
import type { VerifiedCaller } from '@bilet/shared/caller'
import type { DeflectionReport, ReactionReport, UnansweredReport } from '@bilet/shared/report-replies'
import type { SubmittedReply, SuggestionsReply } from '@bilet/shared/replies'
import type { TicketDraft } from '@bilet/shared/ticket'
import { owner, staffToken } from './test-app.ts'
import type { TestApp } from './test-app.ts'

type Body = Record<string, unknown>
type Who = VerifiedCaller | 'guest'

const draft: TicketDraft = {
  subject: 'Не приходят письма о заказе',
  description: 'После оформления заказа покупатель не получает письмо, хотя раньше получал.',
  steps: ['Оформил тестовый заказ', 'Подождал 20 минут, письма нет и в спаме'],
  screenshot: { attachments: [], links: ['https://prnt.sc/abc123'] },
  department: 'sales',
  locale: 'ru',
}

export type Desk = ReturnType<typeof createDesk>

/** Each act resolves with the answer's body and rejects where the status is another than expected. */
export function createDesk({ app, tokenFor }: TestApp) {
  let keys = 0

  async function answer<T>(response: Response): Promise<T>
  async function answer(response: Response): Promise<unknown> {
    const text = await response.text()
    if (!response.ok) throw new Error(`${response.status} ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }

  async function call<T>(method: string, path: string, token: string | null, body?: Body) {
    const headers = {
      ...(token !== null && { Authorization: `Bearer ${token}` }),
      ...(body && { 'Content-Type': 'application/json', 'Idempotency-Key': `key ${++keys}` }),
    }
    return answer<T>(await app.request(path, { method, headers, ...(body && { body: JSON.stringify(body) }) }))
  }

  const asOwner = async <T>(who: Who, method: string, path: string, body?: Body) =>
    call<T>(method, `/v1${path}`, who === 'guest' ? null : await tokenFor(who), body)
  const asStaff = <T>(method: string, path: string, body?: Body) =>
    call<T>(method, `/v1/staff${path}`, staffToken, body)

  return {
    asStaff,
    ask: (subject: string, who: Who = owner, more = '', page: Body = {}) =>
      asOwner<SuggestionsReply>(who, 'POST', `/suggestions${more}`, { subject, ...page }),
    open: (id: string, who: Who = owner, queryId?: string) =>
      asOwner<Article>(who, 'GET', `/articles/${encodeURIComponent(id)}${queryId ? `?queryId=${queryId}` : ''}`),
    tell: (outcome: 'solved' | 'not_helpful', id: string, queryId: string, who: Who = owner) =>
      asOwner<undefined>(who, 'POST', `/articles/${encodeURIComponent(id)}/feedback`, { queryId, outcome }),
    submit: (change: Partial<TicketDraft> = {}, who: Who = owner) =>
      asOwner<SubmittedReply>(who, 'POST', '/tickets', { ...draft, ...change }),
    write: (id: string, markdown: string, title = id) =>
      asStaff<Article>('PUT', `/articles/${encodeURIComponent(id)}`, { title, lang: 'ru', markdown }),
    answer: (ticket: string, articleId?: string, visibility = 'public') =>
      asStaff('POST', `/tickets/${ticket}/messages`, { text: 'Посмотрите статью.', visibility, articleId }),
    decide: (ticket: string, decision: Body) => asStaff('POST', `/tickets/${ticket}/decisions`, decision),
    deflection: (query = '') => asStaff<DeflectionReport>('GET', `/reports/deflection${query}`),
    unanswered: (query = '') => asStaff<UnansweredReport>('GET', `/reports/unanswered${query}`),
    reaction: (query = '') => asStaff<ReactionReport>('GET', `/reports/reaction${query}`),
  }
}
