import type { Tone } from '@bilet/shared/article'
import type { Element } from 'hast'

const tones: Record<string, Tone> = {
  note: 'note',
  info: 'note',
  tip: 'tip',
  hint: 'tip',
  important: 'important',
  warning: 'warning',
  caution: 'caution',
  danger: 'caution',
}

const framed = new Set(['div', 'aside', 'blockquote', 'section'])
const naming = /^(?:(?:markdown-|theme-)?(?:alert|admonition|callout)-+|is-)?([a-z]+)$/iu

/** What an element set apart is for, by the class that documentation generators give it. */
export function toneOf({ tagName, properties: { className } }: Element): Tone | undefined {
  if (!framed.has(tagName) || !Array.isArray(className)) return undefined
  const words = className.map((name: string | number) => naming.exec(String(name))?.[1]?.toLowerCase() ?? '')
  return words.map((word) => (Object.hasOwn(tones, word) ? tones[word] : undefined)).find((tone) => tone !== undefined)
}
