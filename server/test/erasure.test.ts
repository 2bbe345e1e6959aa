// A person who asks to be forgotten: every file of a real server, its memory of the disk and its output, read byte by byte.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { VerifiedCaller } from '@bilet/shared/caller'
import type { AttachmentReply, SubmittedReply, SuggestionsReply } from '@bilet/shared/replies'
import { png } from '../src/attachments/image/test-pictures.ts'
import { ownerId } from '../src/tickets/requester.ts'
import { as, draft, fileForm, owner, staffToken, tokenFor } from './support/over-http.ts'
import { startServerProcess } from './support/server-process.ts'
import type { ServerProcess } from './support/server-process.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

let server: ServerProcess
let folder: ReturnType<typeof temporaryFolder>

beforeEach(async () => {
  folder = temporaryFolder()
  server = await startServerProcess(folder.path)
})
afterEach(async () => {
  await server.stop('SIGKILL')
  folder.remove()
})

const filesUnder = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())

/** Files that hold the mark, in whatever case. */
const holding = (mark: string) =>
  filesUnder(folder.path).filter((file) => readFileSync(file, 'utf8').toLowerCase().includes(mark.toLowerCase()))

/** Words that stand nowhere else, in everything that a person can leave. */
const marks = {
  id: 'zzuserzz',
  shop: 'zzshopzz',
  email: 'zzmailzz@shop.example',
  name: 'Ззимязз',
  subject: 'Ззтемазз не открывается витрина',
  description: 'Ззописаниезз: витрина показывает пустую страницу всем покупателям магазина.',
  step: 'Ззшагзз: открыл витрину',
  link: 'https://prnt.sc/zzlinkzz',
  file: 'zzfilezz.png',
  message: 'Ззсообщениезз от владельца',
  answer: 'Ззответзз поддержки',
  note: 'Зззаметказз поддержки',
  question: 'Ззвопросзз про витрину',
}
const words = [
  'zzuserzz',
  'zzshopzz',
  'zzmailzz',
  'ззимязз',
  'ззтемазз',
  'ззописаниезз',
  'ззшагзз',
  'zzlinkzz',
  'zzfilezz',
]
const traces = [...words, 'ззсообщениезз', 'ззответзз', 'зззаметказз', 'ззвопросзз']

const zoe: VerifiedCaller = {
  kind: 'owner',
  issuer: 'test',
  userId: marks.id,
  shop: marks.shop,
  plan: 'premium',
  email: marks.email,
  name: marks.name,
}

async function leaveEverything() {
  const [person, staff] = [as(server.origin, await tokenFor(zoe)), as(server.origin, staffToken)]
  const asked = await person.send<SuggestionsReply>('POST', '/v1/suggestions', { subject: marks.question })
  const picture = await person.send<AttachmentReply>('POST', '/v1/attachments', fileForm(png(), marks.file))
  const body = {
    ...draft,
    subject: marks.subject,
    description: marks.description,
    steps: [marks.step, 'Обновил страницу'],
    screenshot: { attachments: [picture.body.id], links: [marks.link] },
  }
  const unsent = await person.send<AttachmentReply>('POST', '/v1/attachments', fileForm(png(), marks.file))
  const ticket = await person.send<SubmittedReply>('POST', '/v1/tickets', body, { key: 'zzkeyzz' })
  const path = `/tickets/${ticket.body.id}`
  const second = await person.send<AttachmentReply>('POST', '/v1/attachments', fileForm(png(), marks.file))
  const message = { text: marks.message, attachments: [second.body.id] }
  const sent = [
    ticket,
    await person.send('POST', `/v1${path}/messages`, message, { key: 'zzkeyzz' }),
    await staff.send('POST', `/v1/staff${path}/messages`, { text: marks.answer, visibility: 'public' }),
    await staff.send('POST', `/v1/staff${path}/messages`, { text: marks.note, visibility: 'internal' }),
    await staff.send('POST', `/v1/staff${path}/decisions`, { kind: 'resolve' }),
  ]
  expect(sent.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
  return {
    queryId: asked.body.queryId,
    pictures: [picture.body.id, second.body.id, unsent.body.id],
    ticket: ticket.body.id,
  }
}

it('leaves no byte of the person on the disk or in the logs, and everything of the others', async () => {
  const token = await tokenFor(owner)
  const staff = () => as(server.origin, staffToken)
  const other = () => as(server.origin, token)
  const kept = await other().send<SubmittedReply>('POST', '/v1/tickets', draft, { key: 'kept' })
  const { ticket, pictures } = await leaveEverything()
  await staff().get('/v1/staff/reports/unanswered')
  expect(words.filter((word) => holding(word).length === 0)).toEqual([])
  // What it writes is for the desk alone: nobody else of the machine may read it.
  expect(filesUnder(folder.path).filter((file) => (statSync(file).mode & 0o077) !== 0)).toEqual([])
  // From the journal to its place, as happens in time; then some more of it in the journal.
  await server.stop()
  server = await startServerProcess(folder.path)
  await staff().send('POST', `/v1/staff/tickets/${ticket}/messages`, { text: marks.note, visibility: 'internal' })

  expect((await staff().send('DELETE', `/v1/staff/requesters/${ownerId(zoe)}`, undefined)).status).toBe(204)

  // The ticket's id stays in the audit, which is append-only: that something was done to it, and no more than that.
  const left = [...traces, ...pictures].map((trace) => [trace, holding(trace)])
  expect((await staff().get(`/v1/staff/tickets/${ticket}`)).status).toBe(404)
  expect(left.filter(([, files]) => files?.length)).toEqual([])
  // Of the words themselves: ids of requests are drawn of all letters, two like those of the marks among them.
  const told = server.output().toLowerCase()
  expect(traces.filter((trace) => told.includes(trace.toLowerCase()))).toEqual([])
  expect((await staff().get(`/v1/staff/requesters/${ownerId(zoe)}/export`)).status).toBe(404)
  expect((await other().get(`/v1/tickets/${kept.body.id}`)).status).toBe(200)
  await server.stop()
  expect(traces.flatMap(holding)).toEqual([])
})
