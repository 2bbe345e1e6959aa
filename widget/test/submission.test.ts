import { waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { writingOf } from '../src/panel/models/writing.ts'
import { openDesk } from './open-desk.ts'
import { createSupportDesk } from './support-desk.ts'

const whole = {
  subject: 'Письма',
  description: 'Покупатель не получает письмо о заказе',
  noSteps: 'happens_by_itself',
  nothingToShow: true,
  department: 'technical',
} as const

async function openForm(server = createSupportDesk()) {
  const opened = await openDesk({ server })
  const writing = writingOf(opened.desk)
  await waitFor(() => expect(opened.desk.support.reply.value).not.toBeNull())
  return { ...opened, ...writing }
}

test('sending gives the number and leaves a blank draft', async () => {
  const { desk, form, events } = await openForm()
  desk.draft.set(whole)
  await form.send()
  expect(desk.router.view.value).toMatchObject({ name: 'sent', receipt: { number: 1 } })
  expect(desk.draft.hasWords.value).toBe(false)
  expect(events).toContain('ticket-sent')
})

test('sending too early leads to the first thing missing', async () => {
  const { desk, form, server } = await openForm()
  desk.draft.set({ ...whole, description: '' })
  await form.send()
  expect(form.jump.value?.field).toBe('description')
  expect(server.tickets.size).toBe(0)
})

test('a repeat after a lost answer makes no second ticket', async () => {
  const { desk, form, server } = await openForm()
  desk.draft.set(whole)
  server.losesAnswers = true
  await form.send()
  expect(desk.submission.state.value.step).toBe('queued')
  server.losesAnswers = false
  await desk.submission.resume()
  expect(server.tickets.size).toBe(1)
  expect(desk.router.view.value).toMatchObject({ name: 'sent', receipt: { number: 1 } })
})

test('a ticket that was left without an answer is sent at the next visit', async () => {
  const server = createSupportDesk()
  const { desk, form } = await openForm(server)
  desk.draft.set(whole)
  server.losesAnswers = true
  await form.send()
  server.losesAnswers = false
  const next = await openForm(server)
  await waitFor(() => expect(next.desk.router.view.value.name).toBe('sent'))
  expect(server.tickets.size).toBe(1)
})

test('what is sent without a network goes when it is back', async () => {
  const { desk, form, server } = await openForm()
  desk.draft.set(whole)
  desk.online.value = false
  server.isOnline = false
  await form.send()
  expect(desk.submission.state.value.step).toBe('queued')
  expect(server.tickets.size).toBe(0)
  server.isOnline = true
  desk.online.value = true
  await waitFor(() => expect(desk.router.view.value.name).toBe('sent'))
  expect(server.tickets.size).toBe(1)
})

test('words changed after a lost answer are not lost, nor a second ticket', async () => {
  const { desk, form, actions, server } = await openForm()
  desk.draft.set(whole)
  server.losesAnswers = true
  await form.send()
  server.losesAnswers = false
  actions.editQueued()
  desk.draft.set({ description: 'И ещё: в спаме тоже пусто, проверили' })
  await form.send()
  expect(server.tickets.size).toBe(1)
  expect(desk.router.view.value).toMatchObject({ name: 'sent', isLate: true })
  expect(desk.keep.readReply('t1')?.text).toContain('в спаме тоже пусто')
})

test.each([
  { status: 503, code: 'flood_in_the_cellar' },
  { status: 422, code: 'invalid_body' },
] as const)('whatever a draft is answered with, its key stays the same: $code', async (refusal) => {
  const { desk, form, server, actions } = await openForm()
  desk.draft.set(whole)
  server.refuses = refusal
  await form.send()
  actions.editQueued()
  desk.draft.set({ description: 'Покупатель так и не получает письмо о заказе' })
  await form.send()
  server.refuses = null
  actions.editQueued()
  await form.send()
  expect(server.tickets.size).toBe(1)
  expect(server.keys).toHaveLength(3)
  expect(new Set(server.keys).size).toBe(1)
})

test('two tabs that send one draft make one ticket', async () => {
  const server = createSupportDesk()
  const one = await openForm(server)
  one.desk.draft.set(whole)
  const other = await openForm(server)
  await Promise.all([one.form.send(), other.form.send()])
  expect(server.tickets.size).toBe(1)
  for (const { desk } of [one, other])
    expect(desk.router.view.value).toMatchObject({ name: 'sent', receipt: { number: 1 } })
})

test('what was begun in another tab since stays when the answer comes late', async () => {
  const server = createSupportDesk()
  const one = await openForm(server)
  one.desk.draft.set(whole)
  const other = await openForm(server)
  const late = other.form.send()
  await one.form.send()
  one.desk.draft.set({ subject: 'Другое дело' })
  await late
  other.desk.draft.pull()
  expect(server.tickets.size).toBe(1)
  expect(other.desk.draft.fields.value.subject).toBe('Другое дело')
})

test('a press while the desk is unknown is kept, and the ticket goes when it answers', async () => {
  const server = createSupportDesk()
  server.isOnline = false
  const opened = await openDesk({ server })
  const writing = writingOf(opened.desk)
  await waitFor(() => expect(opened.desk.support.failure.value).not.toBeNull())
  opened.desk.draft.set(whole)
  await writing.form.send()
  expect(writing.form.isWaiting.value).toBe(true)
  server.isOnline = true
  opened.desk.online.value = false
  opened.desk.online.value = true
  await waitFor(() => expect(opened.desk.router.view.value.name).toBe('sent'))
  expect(server.tickets.size).toBe(1)
})

test('a picture that arrives while the draft is looked at does not send it unasked', async () => {
  const { desk, form, server } = await openForm()
  server.check = { duplicates: [{ id: 't7', number: 7, subject: 'Письма', status: 'in_progress' }] }
  desk.draft.set(whole)
  desk.router.push({ name: 'ticket' })
  const sending = form.send()
  desk.draft.set({ pictures: [{ id: 'p1', name: 'письмо.png', type: 'image/png', size: 9, width: 3, height: 3 }] })
  await sending
  expect(desk.router.view.value.name).toBe('review')
  expect(server.tickets.size).toBe(0)
})

test('several questions are asked about before sending, and split into drafts', async () => {
  const { desk, form, split, server } = await openForm()
  server.check = {
    split: [
      { subject: 'Письма не приходят', description: 'Письма не приходят' },
      { description: 'Как поменять баннер', subject: 'Баннер' },
    ],
  }
  desk.draft.set(whole)
  await form.send()
  expect(desk.router.view.value.name).toBe('review')
  split()
  expect(desk.draft.fields.value).toMatchObject({ subject: 'Письма не приходят' })
  desk.draft.clear()
  expect(desk.draft.fields.value).toMatchObject({ subject: 'Баннер', description: 'Как поменять баннер', rest: [] })
})

test('one question stays one when the owner says so', async () => {
  const { desk, form, server } = await openForm()
  server.check = { split: [{ description: 'a' }, { description: 'b' }] }
  desk.draft.set(whole)
  await form.send()
  form.settle('split')
  await form.send()
  expect(server.tickets.size).toBe(1)
})

test('words about an open ticket go to that ticket', async () => {
  const { desk, form, addTo, server } = await openForm()
  server.check = { duplicates: [{ id: 't7', number: 7, subject: 'Письма', status: 'in_progress' }] }
  desk.draft.set(whole)
  await form.send()
  server.isOnline = false
  await addTo({ id: 't7', number: 7 })
  expect(desk.draft.fields.value.description).toBe(whole.description)
  server.isOnline = true
  await addTo({ id: 't7', number: 7 })
  expect(desk.router.view.value).toMatchObject({ name: 'thread', id: 't7' })
  expect(server.messages).toEqual([`${whole.subject}\n\n${whole.description}`])
  expect(desk.draft.hasWords.value).toBe(false)
})

test('the department that the text suggests is taken until the owner chooses', async () => {
  const { desk, form, review, server } = await openForm()
  server.check = { department: { id: 'sales', confidence: 0.9 } }
  desk.draft.set({ ...whole, department: '' })
  await review.look(form.body.value)
  expect(form.department.value).toBe('sales')
  desk.draft.set({ department: 'technical' })
  expect(form.department.value).toBe('technical')
})
