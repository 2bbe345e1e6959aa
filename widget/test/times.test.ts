import { expect, test } from 'vitest'
import { createPlural } from '@bilet/shared/plural'
import { createWords as createEnglish } from '../src/panel/i18n/en.ts'
import { createWords as createRussian } from '../src/panel/i18n/ru.ts'
import { createWords as createUkrainian } from '../src/panel/i18n/uk.ts'
import { openingWords } from '../src/panel/i18n/opening-words.ts'
import { momentText, supportTime } from '../src/panel/i18n/times.ts'

const ru = { ...openingWords.ru, ...createRussian(createPlural('ru')) }
const uk = { ...openingWords.uk, ...createUkrainian(createPlural('uk')) }
const en = { ...openingWords.en, ...createEnglish(createPlural('en')) }

const now = Date.parse('2026-03-02T09:00:00Z')
const inKyiv = { support: 'Europe/Moscow', own: 'Europe/Kyiv' }

test.each([
  [ru, '2026-03-02T11:20:00Z', 'до 14:20 по Москве (13:20 у вас)'],
  [ru, '2026-03-03T11:20:00Z', 'завтра до 14:20 по Москве (13:20 у вас)'],
  [ru, '2026-03-05T11:20:00Z', '5 марта до 14:20 по Москве (13:20 у вас)'],
  [ru, '2026-03-02T21:30:00Z', 'завтра до 0:30 по Москве (23:30 у вас)'],
  [uk, '2026-03-03T11:20:00Z', 'завтра до 14:20 за московським часом (13:20 у вас)'],
  [en, '2026-03-03T11:20:00Z', 'by 14:20 tomorrow Moscow time (13:20 your time)'],
])('an owner in Kyiv reads a deadline in both zones', (words, time, told) => {
  expect(supportTime(words, 'by', time, inKyiv, now)).toBe(told)
})

test('an owner in Moscow reads one time', () => {
  const zones = { support: 'Europe/Moscow', own: 'Europe/Moscow' }
  expect(supportTime(ru, 'at', '2026-03-03T08:00:00Z', zones, now)).toBe('завтра в 11:00 по Москве')
})

test('a message of today shows its time, an older one its date', () => {
  expect(momentText(ru, '2026-03-02T08:05:00Z', 'Europe/Kyiv', now)).toBe('10:05')
  expect(momentText(ru, '2026-02-27T08:05:00Z', 'Europe/Kyiv', now)).toBe('27 февр.')
})

test('numbers agree with their words', () => {
  expect(ru.home.reaction(24, false, 'Standard')).toContain('через 24 часа')
  expect(ru.home.reaction(5, true, '')).toContain('через 5 часов работы поддержки')
  expect(uk.home.reaction(1, false, '')).toContain('за 1 годину')
  expect(en.suggestions.count(1)).toBe('1 article found')
})
