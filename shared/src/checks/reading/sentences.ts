// A text as sentences of words. Offsets are those of the text as written, so that parts of it can be cut out again.

/** How a sentence was reached: after a stop, on a new line, as the next item of a numbered list, or inside a sentence. */
export type Opening = 'start' | 'stop' | 'line' | 'item' | 'joint'

export type Sentence = {
  /** Where it begins; an item of a list begins with its number. */
  from: number
  words: string[]
  /** Where each word stands. */
  at: number[]
  asks: boolean
  opening: Opening
}

/** Guesses read no further: six times a usual description, and what is left is mostly pasted logs. */
const enough = 2_000
const enoughSentences = 200

// Letters as ranges: many times faster than \p{L}, and wider than the three languages need.
const letters = 'a-z\\u00df-\\u024f\\u0400-\\u052f'
const word = `[0-9${letters}]+(?:'[${letters}]+)?`
const notAfterLetter = `(?<![${letters}])`

// Every quantifier is bounded or consumes what it scans, so no text is slower than linear.
const token = new RegExp(
  [
    `(${notAfterLetter}(?:p\\.?\\s?s|п\\.?\\s?с|з\\.?\\s?и)(?:[.:]|(?=\\s))(?![${letters}]))`,
    `((?<![${letters}\\d.,])\\d{1,2}[.)](?!\\d))`,
    `(${notAfterLetter}(?:доп|руб|моб|тел|стр|грн|шт|т|г|ул|др|см|мин|сек|макс|min|max|vs|approx|etc|e\\.g|i\\.e)\\.(?=\\s[a-zа-яіїєґ]|[${letters}]))`,
    `(\\{%?\\s?[a-z]+_?[a-z_]{0,60})`,
    `(https?:\\/\\/\\S+)`,
    `((?<![\\w.+-])[\\w.+-]{1,64}@[\\w.-]+)`,
    `((?<![\\w.-])[a-z_-]{1,40}\\.(?:html?|css|js|tpl|php|twig|liquid)(?!\\w))`,
    `(<\\/?[a-z][^>\\s]{0,60})`,
    `(${word})`,
    `[?!;\\n…]|\\.(?!\\d|ru(?!\\w)|com(?!\\w)|ua(?!\\w))`,
  ].join('|'),
  'g',
)

/** Most tokens by far, told without asking for the rest: a Cyrillic word that is no abbreviation and nothing is part of. */
const usual = new RegExp(`(?!(?:пс?|зи?)(?![\\u0430-\\u045f]))[\\u0430-\\u045f]+(?![.'${letters}\\d])`, 'y')

/** What stands for a token of a kind, by the token's place among the alternatives; an empty name stands for itself. */
const names = ['ps', '', '', '{var}', '{url}', '{email}', '{file}', '{tag}', '']
const itemKind = 1

/** The text in lower case with one form of ё and of the apostrophe, letter for letter where the text was. */
function folded(text: string): string {
  const part = text.slice(0, enough)
  const lower = part.toLowerCase()
  return (lower.length === part.length ? lower : part).replace(/ё/g, 'е').replace(/[’ʼ`´‘]/g, "'")
}

/** A token: its word as it is read, where it stands, and the number of a list's item; no word for the end of a sentence. */
type Token = { word: string | undefined; at: number; end: number; item: number }

function toToken(match: RegExpExecArray): Token {
  const [text] = match
  const at = match.index
  const end = at + text.length
  const kind = names.findIndex((_, index) => match[index + 1] !== undefined)
  if (kind < 0) return { word: undefined, at, end, item: 0 }
  const item = kind === itemKind ? Number.parseInt(text, 10) : 0
  return { word: names[kind] || text.replace(/[.)]$/, ''), at, end, item }
}

const space = 32

/** The next token of a text from a place on. */
function tokenFrom(text: string, from: number): Token | undefined {
  let at = from
  while (text.charCodeAt(at) === space) at++
  usual.lastIndex = at
  if (usual.test(text)) return { word: text.slice(at, usual.lastIndex), at, end: usual.lastIndex, item: 0 }
  token.lastIndex = at
  const match = token.exec(text)
  return match ? toToken(match) : undefined
}

/** Sentences of a text in order, none of them empty; `asks` when it closes with a question mark. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let items = 0
  let numbered = 0
  let opening: Opening = 'start'
  let current: Sentence | undefined
  const toRead = folded(text)
  let next = tokenFrom(toRead, 0)
  for (; next && sentences.length <= enoughSentences; next = tokenFrom(toRead, next.end)) {
    const { word: read, at, item } = next
    if (item > 0 && (item === items + 1 || (item === 2 && opening === 'line'))) {
      items = item
      numbered = at
      opening = 'item'
      current = undefined
    } else if (read === undefined) {
      const last = sentences.at(-1)
      if (toRead[at] === '?' && last) last.asks = true
      if (opening !== 'item' || current)
        opening = toRead[at] === '\n' || (opening === 'line' && !current) ? 'line' : 'stop'
      current = undefined
    } else {
      if (!current) {
        const from = opening === 'item' ? numbered : at
        sentences.push((current = { from, words: [], at: [], asks: false, opening }))
      }
      current.words.push(read)
      current.at.push(at)
      opening = 'stop'
      if (item > 0) current = undefined
    }
  }
  if (sentences[0]) sentences[0].opening = 'start'
  return sentences
}
