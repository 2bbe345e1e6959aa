// The attributes of the script tag as settings. What is malformed falls back to its default.
import type { BiletLocale } from './public.ts'
import type { Settings } from './bridge.ts'

const otherLocales: BiletLocale[] = ['uk', 'en']

/** `en-GB` and `EN` are `en`; anything unknown is Russian. */
export const toLocale = (value = ''): BiletLocale =>
  otherLocales.find((locale) => value.toLowerCase().startsWith(locale)) ?? 'ru'

const toAccent = (value = '') =>
  /^#([\da-f]{3}){1,2}$/i.test(value) ? (value.length < 7 ? value.replace(/[\da-f]/gi, '$&$&') : value) : '#2456e6'

/** Black or white, whichever reads better on the colour: never under 4.5 to 1. */
export function textOn(hex: string) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => ((parseInt(hex.slice(at, at + 2), 16) / 255 + 0.055) / 1.055) ** 2.4,
  )
  return red * 0.2126 + green * 0.7152 + blue * 0.0722 > 0.179 ? '#000' : '#fff'
}

export function readSettings({ src, dataset }: HTMLScriptElement): Settings {
  const { theme, locale, token, tokenUrl, launcher, position = '' } = dataset
  return {
    base: new URL('.', src).href,
    locale: toLocale(locale),
    theme: theme === 'dark' || theme === 'light' ? theme : 'auto',
    accent: toAccent(dataset['accent']),
    token: token || undefined,
    tokenUrl: tokenUrl || null,
    launcher: launcher !== 'none',
    side: /left/.test(position) ? 'left' : 'right',
  }
}

/**
 * Where the launcher stands and its colours, as CSS variables of the host element.
 * `data-offset="24 80"` is its distance from the side and the bottom, to clear a sticky bar of the page.
 */
export function readVariables({ dataset }: HTMLScriptElement, accent: string) {
  const [x = 16, y = x] = (dataset['offset'] ?? '').match(/\d+/g) ?? []
  return {
    '--accent': accent,
    '--on-accent': textOn(accent),
    '--x': `${x}px`,
    '--y': `${y}px`,
    '--z': `${parseInt(dataset['zIndex'] ?? '') || 2147483000}`,
  }
}
