import { expect, test } from 'vitest'
import { textOn, readSettings } from '../src/loader/settings.ts'
import { browserName } from '../src/panel/page-facts.ts'
import { accentInks, contrast } from '../src/panel/theme.ts'

const accents = [
  '#2456e6',
  '#ffffff',
  '#000000',
  '#ffd400',
  '#7f7f7f',
  '#00c2a8',
  '#e11d48',
  '#767676',
  '#b54a9e',
  '#3b8600',
]

test.each(accents)('words in the accent %s read on every surface', (accent) => {
  const inks = accentInks(accent)
  expect(contrast(inks['--ink-light'], '#ffffff')).toBeGreaterThanOrEqual(4.5)
  expect(contrast(inks['--ink-dark'], '#1b1f26')).toBeGreaterThanOrEqual(4.5)
})

test.each(accents)('words on a button in the accent %s read', (accent) => {
  const text = textOn(accent) === '#000' ? '#000000' : '#ffffff'
  expect(contrast(text, accent)).toBeGreaterThanOrEqual(4.5)
})

test('a script tag with nothing, or nonsense, has the defaults', () => {
  const script = document.createElement('script')
  script.src = 'https://desk.example/files/bilet.js'
  Object.assign(script.dataset, { accent: 'red;}', theme: 'neon', locale: '?', token: '' })
  expect(readSettings(script)).toMatchObject({
    base: 'https://desk.example/files/',
    accent: '#2456e6',
    theme: 'neon',
    locale: 'ru',
    token: undefined,
    side: 'right',
    launcher: true,
  })
})

test('a browser is told by the name that its user knows', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
  expect(browserName(chrome)).toBe('Chrome 141, Windows')
  expect(browserName(`${chrome} Edg/141.0`)).toBe('Edge 141, Windows')
  expect(browserName('curl/8')).toBe('curl/8')
})
