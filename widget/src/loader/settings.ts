// The attributes of the script tag as settings. What is malformed falls back to its default.
import type { BiletLocale } from './public.ts'
import type { Settings } from './bridge.ts'

/** `en-GB` and `EN` are `en`; without one it is Russian. */
export const toLocale = (value = ''): BiletLocale => (/^[a-z]{2}/i.exec(value)?.[0] ?? 'ru').toLowerCase()

const toAccent = (value = '') =>
  /^#([\da-f]{3}){1,2}$/i.test(value) ? (value.length < 7 ? value.replace(/\w/g, '$&$&') : value) : '#2456e6'

/** Black or white, whichever reads better on the colour: never under 4.5 to 1, by a curve close enough to sRGB's. */
export function textOn(hex: string) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => (parseInt(hex.slice(at, at + 2), 16) / 255) ** 2.2)
  return red * 0.213 + green * 0.715 + blue * 0.072 > 0.18 ? '#000' : '#fff'
}

export function readSettings({ src, dataset }: HTMLScriptElement): Settings {
  return {
    base: new URL('.', src).href.replace(/v\/\w{12}\/$/, ''),
    locale: toLocale(dataset['locale']),
    theme: dataset['theme'],
    label: dataset['label'],
    accent: toAccent(dataset['accent']),
    token: dataset['token'] || undefined,
    tokenUrl: dataset['tokenUrl'],
    badge: dataset['badge'],
    fetch,
    launcher: dataset['launcher'] !== 'none',
    side: dataset['position']?.match('left') ? 'left' : 'right',
  }
}

/**
 * Where the launcher stands and its colours, as CSS. The page may set the same variables on `#bilet`.
 * `data-offset="24 80"` is its distance from the side and the bottom in pixels, to clear a sticky bar of the page.
 */
export function readLook({ dataset }: HTMLScriptElement, { accent, side }: Settings) {
  const [x = 16, y = x] = dataset['offset']?.match(/\d+/g) ?? []
  const z = Number(dataset['zIndex']) || 2147483000
  return `:host{--accent:${accent};--on-accent:${textOn(accent)};--x:${x}px;--y:${y}px;--z:${z}}.launcher{${side}:var(--x)}`
}
