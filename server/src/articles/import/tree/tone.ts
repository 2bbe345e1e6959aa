import type { Tone } from '@bilet/shared/article'
import type { Element } from 'hast'

/** Words that authors call advice by, as the generators of documentation know them. */
const words: Record<Tone, string> = {
  note: 'note info abstract summary tldr question help faq example secondary seealso primary default neutral',
  tip: 'tip hint success check done idea accent',
  important: 'important',
  warning: 'warning attention warn pitfall',
  caution: 'caution danger error failure fail missing bug alert critical',
}
const tones: ReadonlyMap<string, Tone> = new Map(
  (['note', 'tip', 'important', 'warning', 'caution'] as const).flatMap((tone) =>
    words[tone].split(' ').map((word) => [word, tone] as const),
  ),
)

/** Of these alone, without a frame's name before them, a class may be trusted: others name many things on a page. */
const sure = new Set('note info tip hint important warning caution danger'.split(' '))

const framed = new Set(['div', 'aside', 'blockquote', 'section'])
const framing = /^(?:theme-|markdown-|yfm-)?(?:alert|admonition|callout|custom-block|notice|note|accent)-+([a-z]+)$/iu
const frames = /^(?:theme-)?(?:admonition|callout|custom-block|hint|alert|yfm-note)$/iu

/** What advice of this name is for; undefined for a name of something else. */
export const toneNamed = (name: string): Tone | undefined => tones.get(name.toLowerCase())

/** What an element set apart is for, by the class that documentation generators give it. */
export function toneOf({ tagName, properties: { className } }: Element): Tone | undefined {
  return framed.has(tagName) && Array.isArray(className) ? toneOfClasses(className.map(String)) : undefined
}

export function toneOfClasses(classes: readonly string[]): Tone | undefined {
  const isFrame = classes.some((name) => frames.test(name))
  const named = classes.map((name) => {
    const word = (framing.exec(name)?.[1] ?? name.replace(/^is-/u, '')).toLowerCase()
    return isFrame || framing.test(name) || sure.has(word) ? word : ''
  })
  return named.map(toneNamed).find((tone) => tone !== undefined)
}
