// What a program that follows the desk is told of each thing that happens.
import { expect, it, onTestFinished } from 'vitest'
import { StaffEvent } from '@bilet/shared/staff-replies'
import { createAgent } from './support/agent.ts'
import { createDesk } from './support/desk.ts'
import { createTestApp, noon, staffToken } from './support/test-app.ts'
import type { TestApp } from './support/test-app.ts'

/** The first so many events of the stream, each as its document says that it is. */
async function firstEvents({ app }: TestApp, count: number): Promise<StaffEvent[]> {
  const headers = { Authorization: `Bearer ${staffToken}` }
  const { body } = await app.request('/v1/staff/events?since=0', { headers })
  const events: StaffEvent[] = []
  let rest = ''
  for await (const piece of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.startsWith('data: ')) events.push(StaffEvent.parse(JSON.parse(line.slice(6))))
    if (events.length >= count) break
  }
  return events
}

it('every event is as the document says, and carries its ticket as it is now', async () => {
  const test = await createTestApp()
  onTestFinished(() => test.close())
  const [desk, anna] = [createDesk(test), createAgent(test, staffToken)]
  const { id, number } = await desk.submit()
  const other = await desk.submit({ subject: 'Другой вопрос о письмах' })
  await anna.change(id, { assignee: 'Анна' }, await anna.etag(id))
  await anna.say(id, 'Проверили.')
  const until = new Date(noon + 24 * 3_600_000).toISOString()
  await anna.decide(id, { kind: 'extend', reason: 'needs_development', until })
  const { version, status, subject } = await anna.ticket(id)
  const ticket = { id, number, subject, plan: 'standard', status, department: 'sales', assignee: 'Анна', version }
  const events = await firstEvents(test, 5)
  expect(events).toMatchObject([
    { kind: 'submitted', ticketId: id, ticket },
    { kind: 'submitted', ticketId: other.id, ticket: { number: other.number, subject: 'Другой вопрос о письмах' } },
    { kind: 'changed', ticketId: id, ticket },
    { kind: 'message', ticketId: id, ticket },
    { kind: 'decision', ticketId: id, ticket },
  ])
})
