// A desk whose letters travel for real: SQLite, the outbox, SMTP on loopback. Only the clock is the test's.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Language } from '@bilet/shared/locale'
import { premSite } from '@bilet/shared/policy/prem-site'
import type { TicketEvent } from '@bilet/shared/ticket-events'
import { migratedSqlite } from '../../test/support/migrated-sqlite.ts'
import { temporaryFolder } from '../../test/support/temporary-folder.ts'
import { createSqlite } from '../database/sqlite/sqlite.ts'
import { silentLog } from '../log.ts'
import type { Log } from '../log.ts'
import { noOwnWords } from '../own-words.ts'
import { createSpeech } from '../speech.ts'
import { createTicketStore } from '../tickets/store/sql-ticket-store.ts'
import type { NewTicket, Requester, Ticket } from '../tickets/ticket.ts'
import { createMail } from './mail.ts'
import { createOutbox } from './outbox.ts'
import { createOutboxWorker } from './outbox-worker.ts'
import type { SendLetter } from './letter.ts'
import { createSmtp } from './smtp.ts'
import { openTestSmtp } from './test-smtp.ts'
import { createUnaskedLetters } from './unasked-letters.ts'

/** Noon in Moscow on a Wednesday. */
export const noon = Date.parse('2026-03-04T09:00:00Z')
export const hour = 3_600_000

export const owner: Requester = {
  id: 'u1',
  issuer: 'test',
  subject: 'u1',
  shop: 's1',
  plan: 'premium',
  verified: true,
  email: 'anna@shop.example',
  name: 'Анна',
}
export const guest: Requester = {
  ...owner,
  id: 'guest:x',
  issuer: null,
  subject: null,
  shop: null,
  plan: 'guest',
  verified: false,
}

/** The agent who answers. */
export const by = { kind: 'staff', id: 't1', name: 'Олег' } as const

const draftIn = (locale: Language): NewTicket['draft'] => ({
  subject: 'Не работает корзина',
  description: 'Корзина пустая после добавления товара',
  steps: [],
  noSteps: 'happens_by_itself',
  screenshot: { attachments: [], links: [], none: 'nothing_to_show' },
  department: 'technical',
  locale,
})

/** `carrier` carries letters in place of SMTP. */
/** `ownWords`: what the desk says in place of the product's words. */
export async function openDesk(carrier?: SendLetter, ownWords = noOwnWords) {
  const smtp = await openTestSmtp()
  const folder = temporaryFolder()
  const database = createSqlite(await migratedSqlite(join(folder.path, 'bilet.db')))
  const time = { now: noon }
  const tickets = createTicketStore(database)
  const outbox = createOutbox(database, { clock: () => time.now })
  const logged: unknown[] = []
  const log: Log = { ...silentLog, warn: (...line) => logged.push(line), error: (...line) => logged.push(line) }
  const send = carrier ?? createSmtp({ url: smtp.url, from: 'Bilet <help@desk.example>' })
  const mayGo = createUnaskedLetters(database, { clock: () => time.now })
  const deliver = createMail({ tickets, policy: premSite, speech: createSpeech(ownWords), send, mayGo, log })
  const worker = createOutboxWorker({ outbox, deliver, log })

  const submit = async (requester = owner, locale: Language = 'ru', email?: string): Promise<Ticket> => {
    const id = randomUUID()
    const times = { submittedAt: time.now, reactionDueAt: time.now + 3 * hour }
    const facts = { id, requester, department: 'technical', suggestedDepartment: null, findings: [] }
    const claim = { scope: 'test', key: id, fingerprint: '' }
    const result = await tickets.submit(
      { ...facts, ...times, draft: { ...draftIn(locale), ...(email && { email }) } },
      claim,
    )
    if (result.outcome === 'key_reused') throw new Error('key reused')
    return result.ticket
  }

  const drainEvery = async (ms: number, attempts: number): Promise<void> => {
    if (attempts === 0) return
    await worker.drain()
    time.now += ms
    await drainEvery(ms, attempts - 1)
  }

  return {
    smtp,
    tickets,
    outbox,
    time,
    deliver,
    log,
    logged,
    submit,
    /** Somebody does something to the ticket. */
    happen: (ticket: Ticket, event: TicketEvent) => tickets.change(ticket.id, null, [event]),
    happenTogether: (ticket: Ticket, events: TicketEvent[]) => tickets.change(ticket.id, null, events),
    drain: () => worker.drain(),
    drainEvery,
    subjects: () => smtp.received.map(({ mail }) => mail.subject),
    close: async () => {
      await smtp.close()
      await database.close()
      folder.remove()
    },
  }
}
