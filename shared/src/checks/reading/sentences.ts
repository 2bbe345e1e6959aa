// A text as sentences of words. Offsets are those of the text as written, so that parts of it can be cut out again.
import { plain } from '../words.ts'

/** How a sentence was reached: after a stop, on a new line, as the next item of a numbered list, or inside a sentence. */
export type Opening = 'start' | 'stop' | 'line' | 'item' | 'joint'

export type Sentence = { words: string[]; at: number[]; asks: boolean; opening: Opening }

/** Beyond this many characters a guess learns nothing more from a text. */
const enough = 12_000

// Every quantifier is bounded or consumes what it scans, so no text makes this slower than linear.
const abbreviations = 'доп|руб|моб|тел|стр|грн|шт|т|г|ул|др|см|мин|сек|макс|min|max|vs|approx|etc|e\\.g|i\\.e'
const token = new RegExp(
  [
    String.raw`(?<postscript>(?<!\p{L})(?:p\.?\s?s|п\.?\s?с|з\.?\s?и)\b[.:]?(?!\p{L}))`,
    String.raw`(?<item>(?<![\p{L}\d.,])\d{1,2}[.)](?!\d))`,
    String.raw`(?<abbreviation>(?<!\p{L})(?:${abbreviations})\.(?=\s\p{Ll}|\p{L}))`,
    String.raw`(?<variable>\{%?\s?[a-z]+_?[a-z_]{0,60})`,
    String.raw`(?<url>https?:\/\/\S+)`,
    String.raw`(?<email>[\w.+-]{1,64}@[\w.-]+)`,
    String.raw`(?<file>(?<![\w-])[a-z_-]{1,40}\.(?:html?|css|js|tpl|php|twig|liquid)\b)`,
    String.raw`(?<tag><\/?[a-z][^>\s]{0,60})`,
    String.raw`(?<word>[\p{L}\p{N}]+(?:['’ʼ]\p{L}+)?)`,
    String.raw`(?<stop>[?!;\n…]|\.(?!\d|ru\b|com\b|ua\b))`,
  ].join('|'),
  'giu',
)

const names: Record<string, string> = {
  postscript: 'ps',
  variable: '{var}',
  url: '{url}',
  email: '{email}',
  file: '{file}',
  tag: '{tag}',
}

type Found = { kind: string; text: string; at: number }

function* tokensOf(text: string): Generator<Found> {
  for (const { groups = {}, index, 0: found } of text.slice(0, enough).matchAll(token)) {
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined) ?? 'word'
    yield { kind, text: found, at: index }
  }
}

/** Sentences of a text in order, none of them empty; `asks` when it closes with a question mark. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let items = 0
  let opening: Opening = 'start'
  let current: Sentence | undefined
  for (const { kind, text: found, at } of tokensOf(text)) {
    const number = kind === 'item' ? Number.parseInt(found) : 0
    if (number > 0 && (number === items + 1 || (number === 2 && opening === 'line'))) {
      items = number
      opening = 'item'
      current = undefined
    } else if (kind === 'stop') {
      const last = sentences.at(-1)
      if (found === '?' && last) last.asks = true
      if (opening !== 'item' || current) opening = found === '\n' || (opening === 'line' && !current) ? 'line' : 'stop'
      current = undefined
    } else {
      if (!current) sentences.push((current = { words: [], at: [], asks: false, opening }))
      current.words.push(names[kind] ?? plain(found).replace(/[.)]$/, ''))
      current.at.push(at)
      opening = 'stop'
      if (number > 0) current = undefined
    }
  }
  if (sentences[0]) sentences[0].opening = 'start'
  return sentences
}
