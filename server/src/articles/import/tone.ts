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
  return framed.has(tagName) && Array.isArray(className) ? toneOfClasses(className.map(String)) : undefined
}

export function toneOfClasses(classes: readonly string[]): Tone | undefined {
  const words = classes.map((name) => naming.exec(name)?.[1]?.toLowerCase() ?? '')
  return words.map((word) => (Object.hasOwn(tones, word) ? tones[word] : undefined)).find((tone) => tone !== undefined)
}
