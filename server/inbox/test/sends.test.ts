// What an agent pressed "send" for: taken back in time, sent once, never lost.
import { expect, it } from 'vitest'
import { fail } from '@bilet/widget/answer'
import type { StaffAnswer, StaffFailure } from '../src/api.ts'
import { blankDraft } from '../src/models/draft-fields.ts'
import { createSends, holdMs } from '../src/models/sends.ts'
import type { Send } from '../src/models/sends.ts'

type Asked = { id: string; what: string; json: object; key: string; version: number }

const settled = () => new Promise((done) => setTimeout(done))

/** An agent's desk: a server that answers what it is told to, a clock to turn, storage that outlives a reload. */
function open(kept: Send[] = []) {
  const asked: Asked[] = []
  const sent: number[] = []
  const refused: { words: string; code: string }[] = []
  let timers: { at: number; act: () => void }[] = []
  const desk = {
    answers: [] as StaffAnswer<unknown>[],
    asked,
    sent,
    refused,
    now: 0,
    canSend: true,
    kept,
    isOwn: false,
    /** Turns the clock. */
    async pass(ms: number) {
      desk.now += ms
      const due = timers.filter(({ at }) => at <= desk.now)
      timers = timers.filter(({ at }) => at > desk.now)
      for (const { act } of due) act()
      await settled()
    },
  }
  const sends = createSends({
    act: (id, what, json, { key = '', version = 0 }) => {
      asked.push({ id, what, json, key, version })
      return Promise.resolve(desk.answers.shift() ?? { ok: true, value: {} })
    },
    read: () => desk.kept,
    write: (list) => (desk.kept = list),
    now: () => desk.now,
    after: (ms, act) => {
      const timer = { at: desk.now + ms, act }
      timers.push(timer)
      return () => (timers = timers.filter((one) => one !== timer))
    },
    canSend: () => desk.canSend,
    isOwn: () => desk.isOwn,
    onSent: ({ ticket }) => void sent.push(ticket.number),
    onRefused: ({ draft }, { code }) => void refused.push({ words: draft.text, code }),
  })
  return { desk, sends }
}

const answer = {
  ticket: { id: 't1', number: 7 },
  version: 3,
  what: 'messages' as const,
  body: { text: 'Готово', visibility: 'public' },
  draft: { ...blankDraft, text: 'Готово' },
}

const stale = (version: number): StaffAnswer<never> => {
  const failure: StaffFailure = { code: 'version_stale', issues: [], conflict: { version, changes: [] } }
  return { ok: false, failure }
}

it('an answer goes after ten seconds, under the version that the agent saw', async () => {
  const { desk, sends } = open()
  sends.hold(answer)
  await desk.pass(holdMs - 1)
  expect(desk.asked).toEqual([])
  await desk.pass(1)
  expect(desk.asked).toMatchObject([{ id: 't1', what: 'messages', json: answer.body, version: 3 }])
  expect(desk.sent).toEqual([7])
  expect(desk.kept).toEqual([])
})

it('an answer that is taken back is never sent, and its words are there again', async () => {
  const { desk, sends } = open()
  const { key } = sends.hold(answer)
  await desk.pass(5_000)
  expect(sends.undo(key)?.draft.text).toBe('Готово')
  await desk.pass(holdMs)
  expect(desk.asked).toEqual([])
})

it('without a network it waits, and goes once under one key when the network is back', async () => {
  const { desk, sends } = open()
  desk.canSend = false
  sends.hold(answer)
  await desk.pass(holdMs)
  expect(sends.list.value.map(({ step }) => step)).toEqual(['waiting'])
  desk.canSend = true
  desk.answers = [fail('offline')]
  sends.resume()
  await settled()
  await desk.pass(5_000)
  expect(desk.asked).toHaveLength(2)
  expect(new Set(desk.asked.map(({ key }) => key)).size).toBe(1)
  expect(desk.sent).toEqual([7])
})

it('what was pressed before a reload goes after it, under the same key', async () => {
  const before = open()
  const { key } = before.sends.hold(answer)
  const after = open(before.desk.kept)
  after.sends.restore()
  await after.desk.pass(holdMs)
  expect(after.desk.asked.map((one) => one.key)).toEqual([key])
})

it('what is taken back in one tab is not sent by another', async () => {
  const one = open()
  one.sends.hold(answer)
  const other = open(one.desk.kept)
  other.sends.restore()
  other.desk.kept = []
  await other.desk.pass(holdMs)
  expect(other.desk.asked).toEqual([])
  expect(other.sends.list.value).toEqual([])
})

it('a page that is closed sends what it holds at once', async () => {
  const { desk, sends } = open()
  sends.hold(answer)
  sends.flush()
  await settled()
  expect(desk.sent).toEqual([7])
})

it('what a colleague changed meanwhile stops it, with the words given back', async () => {
  const { desk, sends } = open()
  desk.answers = [stale(5)]
  sends.hold(answer)
  await desk.pass(holdMs)
  expect(desk.refused).toEqual([{ words: 'Готово', code: 'version_stale' }])
  expect(sends.list.value).toEqual([])
})

it('what the agent changed themselves meanwhile stops nothing', async () => {
  const { desk, sends } = open()
  desk.answers = [stale(5)]
  desk.isOwn = true
  sends.hold(answer)
  await desk.pass(holdMs)
  expect(desk.asked.map(({ version }) => version)).toEqual([3, 5])
  expect(desk.sent).toEqual([7])
})

it('a token that was revoked keeps the answer until the agent signs in again', async () => {
  const { desk, sends } = open()
  desk.answers = [fail('token_invalid')]
  sends.hold(answer)
  await desk.pass(holdMs)
  expect(desk.refused).toEqual([])
  sends.resume()
  await settled()
  expect(desk.sent).toEqual([7])
})
