// A support desk in memory, at the other end of fetch: the widget's own client talks to it as to the real one.
import { Hono } from 'hono'
import type { SubmittedReply, SupportReply, TicketReply } from '@bilet/shared/replies'
import type { TicketDraft } from '@bilet/shared/ticket'
import { premSite } from '@bilet/shared/policy/prem-site'
import { limits } from '@bilet/shared/limits'

const zoneTime = '2026-03-02T17:00:00Z'

type Plan = 'free' | 'standard' | 'premium'

const supportFor = (plan: Plan | null): SupportReply => ({
  open: true,
  opensAt: null,
  closesAt: zoneTime,
  zone: premSite.zone,
  departments: premSite.departments.map(({ id, name, covers }) => ({
    id,
    name: name.ru,
    covers: covers.ru,
    ...((plan ? premSite.plans[plan]?.departments : premSite.guest.departments)?.includes(id)
      ? { available: true }
      : { available: false, reason: 'department_not_in_plan' as const }),
  })),
  reaction: (plan && premSite.plans[plan]?.reaction) || premSite.guest.reaction,
  phones: [{ number: '+7 495 000-00-00' }],
  phonesNote: premSite.phonesNote.ru,
  limits: { ...limits },
  caller: plan ? { kind: 'owner', plan, planName: plan, email: 'vera@shop.example' } : { kind: 'guest' },
  rules: premSite,
})

const article = {
  id: 'mail',
  title: 'Письма о заказах',
  lang: 'ru',
  url: '',
  blocks: [
    { type: 'paragraph', children: [{ type: 'text', text: 'Проверьте папку «Спам».' }] },
    {
      type: 'paragraph',
      children: [{ type: 'link', articleId: 'domain', children: [{ type: 'text', text: 'Настройка домена' }] }],
    },
  ],
  updatedAt: zoneTime,
}

const suggestion = {
  articleId: 'mail',
  title: article.title,
  excerpt: 'Письма уходят сразу',
  marks: [[0, 6]],
  section: 'Почта',
  subject: 'почему не приходят письма',
  url: '',
  score: 1,
}

const submitted = (number: number): SubmittedReply => ({
  id: `t${number}`,
  number,
  status: 'new',
  department: 'technical',
  submittedAt: zoneTime,
  reactionDueAt: '2026-03-03T11:20:00Z',
  queuePosition: 2,
})

/** A ticket that staff have answered, and its owner has not read. */
export const answered = (id = 't7', texts = ['Проверили: всё приходит']): TicketReply => ({
  ...submitted(7),
  id,
  subject: 'Письма',
  status: 'in_progress',
  updatedAt: `2026-03-02T1${texts.length}:00:00Z`,
  reactedAt: '2026-03-02T11:00:00Z',
  unread: true,
  readAt: '1970-01-01T00:00:00Z',
  description: 'Не приходят',
  steps: [],
  screenshot: { attachments: [], links: [] },
  locale: 'ru',
  attachments: [],
  history: texts.map((text, index) => ({
    kind: 'message',
    id: `e${index}`,
    at: `2026-03-02T1${index + 1}:00:00Z`,
    from: 'staff',
    name: 'Анна',
    text,
    attachments: [],
  })),
  historyCursor: null,
})

export function createSupportDesk() {
  const desk = {
    plan: 'standard' as Plan | null,
    /** Words of the desk's own. */
    own: undefined as SupportReply['own'],
    /** Whether guests may give pictures. */
    guestPictures: false,
    isOnline: true,
    /** Stores what arrives, but the answer never comes back. */
    losesAnswers: false,
    /** What every submission is answered with instead: a status and a code. */
    refuses: null as { status: 422 | 503; code: string } | null,
    keys: [] as string[],
    tickets: new Map<string, { body: TicketDraft; receipt: SubmittedReply }>(),
    /** Languages that the hours were asked for in. */
    locales: [] as (string | undefined)[],
    asked: [] as string[],
    askedHere: [] as object[],
    /** Addresses that «what is asked here» was asked for. */
    pages: [] as (string | undefined)[],
    threads: [] as TicketReply[],
    /** What a cursor of a thread leads to. */
    earlier: new Map<string, TicketReply['history']>(),
    messages: [] as string[],
    feedback: [] as string[],
    check: {} as object,
  }

  const app = new Hono().basePath('/v1')
  app.get('/support', (c) => {
    desk.locales.push(c.req.query('locale'))
    const reply = supportFor(desk.plan)
    const guest = { ...premSite.guest, pictures: desk.guestPictures }
    return c.json({ ...reply, rules: { ...reply.rules, guest }, ...(desk.own && { own: desk.own }) })
  })
  app.post('/suggestions', async (c) => {
    const { subject, pageUrl } = await c.req.json<{ subject: string; pageUrl?: string }>()
    if (subject === '') {
      desk.pages.push(pageUrl)
      return c.json({ queryId: 'q0', suggestions: desk.askedHere })
    }
    desk.asked.push(subject)
    return c.json({ queryId: 'q1', suggestions: subject.includes('письма') ? [suggestion] : [] })
  })
  app.get('/articles/:id', (c) => c.json({ ...article, id: c.req.param('id') }))
  app.post('/articles/:id/feedback', async (c) => {
    const { outcome } = await c.req.json<{ outcome: string }>()
    desk.feedback.push(`${c.req.param('id')} ${outcome}`)
    return c.body(null, 204)
  })
  app.post('/tickets/check', (c) =>
    c.json({
      findings: [],
      department: null,
      likelyDepartment: { id: 'technical', confidence: 0.4 },
      duplicates: [],
      replyBy: zoneTime,
      ...desk.check,
    }),
  )
  app.post('/tickets', async (c) => {
    const key = c.req.header('Idempotency-Key') ?? ''
    desk.keys.push(key)
    if (desk.refuses) return c.json({ code: desk.refuses.code }, desk.refuses.status)
    const body = await c.req.json<TicketDraft>()
    const known = desk.tickets.get(key)
    if (known && JSON.stringify(known.body) !== JSON.stringify(body))
      return c.json({ code: 'idempotency_key_reused' }, 422)
    const receipt = known?.receipt ?? submitted(desk.tickets.size + 1)
    desk.tickets.set(key, { body, receipt })
    return c.json(receipt, 201)
  })
  app.get('/tickets', (c) => c.json({ items: desk.threads, nextCursor: null }))
  app.get('/tickets/unread', (c) => c.json({ unread: desk.threads.filter(({ unread }) => unread).length }))
  app.get('/tickets/:id', (c) => {
    const found = desk.threads.find(({ id }) => id === c.req.param('id'))
    const before = c.req.query('before')
    if (found && before !== undefined)
      return c.json({ ...found, history: desk.earlier.get(before), historyCursor: null })
    return found ? c.json(found) : c.json({ code: 'not_found' }, 404)
  })
  app.post('/tickets/:id/read', (c) => {
    for (const thread of desk.threads) if (thread.id === c.req.param('id')) thread.unread = false
    return c.body(null, 204)
  })
  app.post('/tickets/:id/messages', async (c) => {
    const { text } = await c.req.json<{ text: string }>()
    desk.messages.push(text)
    return c.json({ kind: 'message', id: `m${desk.messages.length}` }, 201)
  })

  /** Stands in for fetch. */
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    if (!desk.isOnline) throw new TypeError('Failed to fetch')
    const request = new Request(input, init)
    const { pathname } = new URL(request.url)
    const response = await app.request(request)
    if (desk.losesAnswers && pathname === '/v1/tickets') throw new TypeError('Failed to fetch')
    return response
  }
  return Object.assign(desk, { fetch })
}

export type SupportDesk = ReturnType<typeof createSupportDesk>
