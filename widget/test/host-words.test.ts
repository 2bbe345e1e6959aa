import { beforeEach, expect, test, vi } from 'vitest'
import { TicketDraft } from '@bilet/shared/ticket'
import { addFacts, toPrefill } from '../src/panel/host-words.ts'
import { toBody } from '../src/panel/models/draft-body.ts'
import { blankDraft } from '../src/panel/models/draft-fields.ts'
import { cleanAddress } from '../src/panel/page-address.ts'
import { zoneText } from '../src/panel/page-facts.ts'

const warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
beforeEach(() => void warnings.mockClear())

const circle: Record<string, unknown> = {}
circle['self'] = circle

test.each<[string, unknown]>([
  ['null', { order: null }],
  ['a list', { order: [1, 2] }],
  ['an object', { order: { id: 1 } }],
  ['a circle', circle],
  ['NaN', { order: Number.NaN }],
  ['a bigint', { order: 12n }],
  ['a function', { order: () => 1 }],
  ['800 letters', { order: 'я'.repeat(800) }],
  ['a text cut inside an emoji', { order: `${'я'.repeat(499)}😀` }],
  ['half a letter', { order: '\uD83D' }],
  ['a NUL', { order: 'a\0b' }],
  ['a name over 40 letters', { ['n'.repeat(41)]: 1 }],
  ['a name that is blank', { ' ': 1 }],
  ['25 facts', Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`fact${index}`, index]))],
  ['a text in place of facts', 'order 12'],
  ['nothing', undefined],
])('whatever the page hands over as facts, a ticket is taken: %s', (_name, given) => {
  const facts = addFacts({}, given)
  const body = toBody(
    { ...blankDraft, subject: 'Письма не приходят покупателям' },
    { locale: 'ru', department: 'sales', pageUrl: '', facts: { browser: 'x', screen: 'y', timeZone: 'z', ...facts } },
  )
  expect(TicketDraft.safeParse(JSON.parse(JSON.stringify(body)))).toMatchObject({ success: true })
  expect(warnings.mock.calls.length).toBeLessThanOrEqual(1)
})

test('good facts stay as they are, without a word', () => {
  expect(addFacts({ order: 11 }, { order: 12, page: 'Импорт', beta: true })).toEqual({
    order: 12,
    page: 'Импорт',
    beta: true,
  })
  expect(warnings).not.toHaveBeenCalled()
})

test('null takes a fact away', () => {
  expect(addFacts({ order: 11, page: 'Импорт' }, { order: null })).toEqual({ page: 'Импорт' })
})

test.each([null, 'x', { subject: 5 }, { steps: 'Открыл' }, { steps: [1, null, 'Открыл'] }, { other: 'x' }])(
  'malformed words to begin with throw nothing: %j',
  (given) => {
    expect(() => toPrefill(given)).not.toThrow()
  },
)

test.each([
  ['https://shop.example/admin/orders/12?token=SECRET#access_token=abc', 'https://shop.example/admin/orders/12'],
  ['https://user:pass@shop.example/admin', 'https://shop.example/admin'],
  ['https://shop.example/admin?tab=import&session=9f8e7d&page=2', 'https://shop.example/admin?tab=import&page=2'],
  ['https://shop.example/#/orders/12?sid=1', 'https://shop.example/#/orders/12'],
  ['https://shop.example/#id_token=eyJ.eyJ.x', 'https://shop.example/'],
  ['https://shop.example/reset/9f86d081884c7d659a2feaa0c55ad015/new', 'https://shop.example/reset/…/new'],
  ['https://shop.example/invite/anna@shop.example', 'https://shop.example/invite/…'],
  ['https://shop.example/o?id=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'https://shop.example/o'],
  [
    'https://shop.example/i/3b241101-e2bb-4255-8caf-4136c566a962',
    'https://shop.example/i/3b241101-e2bb-4255-8caf-4136c566a962',
  ],
  ['file:///home/vera/page.html', ''],
  ['about:srcdoc', ''],
])('of the page’s address staff see where the owner was, and no secret: %s', (href, shown) => {
  expect(cleanAddress(href)).toBe(shown)
})

test('a zone is told by its city', () => {
  const now = Date.parse('2026-01-15T12:00:00Z')
  expect(zoneText('Europe/Kiev', { 'Europe/Kiev': 'Киев' }, now)).toMatch(/^Киев, UTC\+\d/)
  expect(zoneText('America/New_York', {}, now)).toBe('New York, UTC-5')
})
