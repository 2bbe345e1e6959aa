// What the inbox makes of addresses, searches, streams and times.
import { expect, it } from 'vitest'
import { createPlural } from '@bilet/shared/plural'
import { createMessages } from '../src/i18n/ru.ts'
import { leftText, momentText, urgencyOf, zonedText } from '../src/i18n/times.ts'
import { fillIn } from '../src/models/canned.ts'
import { toArticleId } from '../src/models/article-id.ts'
import { createEventParser } from '../src/models/event-parser.ts'
import type { StreamedEvent } from '../src/models/event-parser.ts'
import { lateTickets, mondays } from '../src/models/reports.ts'
import { createRouter, parseRoute, toHash } from '../src/models/route.ts'
import { queryOf, readSearch } from '../src/models/views.ts'

const words = createMessages(createPlural('ru'))
const noon = Date.parse('2026-03-04T09:00:00Z')
const moscow = 'Europe/Moscow'

it.each([
  ['1042', { number: '1042' }],
  ['№ 1042', { number: '1042' }],
  ['#17', { number: '17' }],
  ['+7 921 123-45-67', { q: '+7 921 123-45-67' }],
  ['корзина', { q: 'корзина' }],
  ['  ', null],
])('«%s» in the one field means %o', (text, meant) => {
  expect(readSearch(text)).toEqual(meant)
})

it.each(['#/due', '#/all?plan=premium&reaction=breached', '#/ticket/a%2Fb', '#/reports'])(
  'the address %s leads to where it came from',
  (hash) => expect(toHash(parseRoute(hash))).toBe(hash),
)

it('an address that is none of ours is the first tab', () => {
  expect(parseRoute('#/nowhere')).toEqual({ name: 'queue', tab: 'due', filters: {} })
})

it('an address that tells of a step that was taken already opens nothing again', () => {
  const router = createRouter('#/due', () => {})
  const opened: string[] = []
  const stop = router.route.subscribe((route) => opened.push(toHash(route)))
  router.open({ name: 'ticket', id: 't1' })
  router.follow('#/ticket/t1')
  router.follow('#/mine')
  router.follow('')
  router.follow('#/due')
  stop()
  expect(opened).toEqual(['#/due', '#/ticket/t1', '#/mine', '#/due'])
})

it('events are whole however the stream is cut', () => {
  const stream = ': open\n\nid: 7\nevent: message\ndata: {"text":"да"}\n\n: beat\n\nid: 8\nevent: changed\ndata: {}\n\n'
  for (let size = 1; size < stream.length; size++) {
    const heard: StreamedEvent[] = []
    const parse = createEventParser((event) => heard.push(event))
    for (let at = 0; at < stream.length; at += size) parse(stream.slice(at, at + size))
    expect(heard).toEqual([
      { id: '7', type: 'message', data: { text: 'да' } },
      { id: '8', type: 'changed', data: {} },
    ])
  }
})

it.each([
  [80 * 60_000, 'через 1 ч 20 мин'],
  [5 * 60_000, 'через 5 мин'],
  [-2 * 3_600_000, '−2 ч'],
  [50 * 3_600_000, 'через 2 д'],
])('%d ms from now is «%s»', (ms, text) => {
  expect(leftText(words, new Date(noon + ms).toISOString(), noon)).toBe(text)
})

it.each([
  [50 * 3_600_000, 'calm'],
  [60 * 60_000 + 1, 'calm'],
  [60 * 60_000, 'soon'],
  [0, 'soon'],
  [-1, 'late'],
  [-50 * 3_600_000, 'late'],
])('a promise that falls due in %d ms is %s', (ms, urgency) => {
  expect(urgencyOf(new Date(noon + ms).toISOString(), noon)).toBe(urgency)
})

it('times are told by Moscow’s clock, with the day where it is another', () => {
  expect(zonedText(words, '2026-03-04T11:20:00Z', noon, moscow)).toBe('14:20 МСК')
  expect(zonedText(words, '2026-03-04T22:20:00Z', noon, moscow)).toBe('завтра 1:20 МСК')
  expect(momentText(words, '2026-02-27T11:20:00Z', noon, moscow)).toBe('27 февр. 14:20')
})

it('a canned reply fills in what is known and leaves no gap for what is not', () => {
  const text = 'Здравствуйте, {{name}}. Билет № {{number}}: {{article}}'
  expect(fillIn(text, { name: 'Ирина', number: '7', article: '' })).toBe('Здравствуйте, Ирина. Билет № 7:')
  expect(fillIn('{{ name }}, да', { name: 'Ирина', number: '', article: '' })).toBe('Ирина, да')
  expect(fillIn(text, { name: '', number: '7', article: 'Домен' })).toBe('Здравствуйте. Билет № 7: Домен')
})

it('an article’s address is made of its title', () => {
  expect(toArticleId('Как подключить свой домен?')).toBe('kak-podklyuchit-svoy-domen')
  expect(toArticleId('???')).toBe('article')
})

it('reports begin on Mondays', () => {
  const starts = mondays(noon)
  expect(starts).toHaveLength(8)
  expect(new Date(starts.at(-1) ?? 0).toISOString()).toBe('2026-03-02T00:00:00.000Z')
  expect(starts.every((at) => new Date(at).getUTCDay() === 1)).toBe(true)
})

it('what was answered late leads to its tickets, in a list that the API takes', () => {
  const [from = 0] = mondays(noon)
  const route = lateTickets([{ from, to: noon }], 'plan', 'premium')
  expect(parseRoute(toHash(route))).toEqual(route)
  expect(queryOf('all', route.name === 'queue' ? route.filters : {})).toEqual({
    status: 'any',
    sort: '-submittedAt',
    plan: 'premium',
    reaction: 'breached',
    submittedFrom: '2026-01-12T00:00:00.000Z',
    submittedTo: new Date(noon).toISOString(),
  })
})
