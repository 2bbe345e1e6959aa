// A text as tokens: words, what stands for a link or a file or a variable, numbers of a list, ends of sentences.

/** A token: its word as written, where it stands, and the number of a list's item; no word for the end of a sentence. */
export type Token = { word: string | undefined; at: number; end: number; item: number }

/** What stands before the first token. */
export const beforeAll = (): Token => ({ word: undefined, at: 0, end: 0, item: 0 })

// Letters as ranges: many times faster than \p{L}, and wider than the three languages need.
const letters = 'a-z\\u00c0-\\u024f\\u0400-\\u052f'
const apostrophe = "['’ʼ`´‘]"
const anyWord = `[0-9${letters}]+(?:${apostrophe}[${letters}]+)?`
const notAfterLetter = `(?<![${letters}])`

// Every quantifier is bounded or consumes what it scans, so no text is slower than linear.
const pattern = new RegExp(
  [
    `(${notAfterLetter}(?:p\\.?\\s?s|п\\.?\\s?с|з\\.?\\s?и)(?:[.:]|(?=\\s))(?![${letters}]))`,
    `((?<![${letters}\\d.,])\\d{1,2}[.)](?!\\d))`,
    `(${notAfterLetter}(?:доп|руб|моб|тел|стр|грн|шт|т|г|ул|др|см|мин|сек|макс|min|max|vs|approx|etc|e\\.g|i\\.e)\\.(?=\\s[a-zа-яіїєґ]|[${letters}]))`,
    `(\\{%?\\s?[a-z]+_?[a-z_]{0,60})`,
    `(https?:\\/\\/\\S*[^\\s.,;:!?)»"])`,
    `((?<![\\w.+-])[\\w.+-]{1,64}@[\\w.-]*\\w)`,
    `((?<![\\w.-])[a-z_-]{1,40}\\.(?:html?|css|js|tpl|php|twig|liquid)(?!\\w))`,
    `(<\\/?[a-z][^>\\s]{0,60})`,
    `(${anyWord})`,
    `[?!;\\n…]|\\.(?!\\d|ru(?!\\w)|com(?!\\w)|ua(?!\\w))`,
  ].join('|'),
  'gi',
)

/** What stands for a token of a kind, by the token's place among the alternatives; an empty name stands for itself. */
const names = ['ps', '', '', '{var}', '{url}', '{email}', '{file}', '{tag}', '']
const itemKind = 1

function put(token: Token, at: number, end: number, word: string | undefined, item = 0) {
  token.at = at
  token.end = end
  token.word = word
  token.item = item
}

function putMatch(token: Token, match: RegExpExecArray) {
  const [text] = match
  const end = match.index + text.length
  const kind = names.findIndex((_, index) => match[index + 1] !== undefined)
  if (kind < 0) return put(token, match.index, end, undefined)
  const item = kind === itemKind ? Number.parseInt(text, 10) : 0
  return put(token, match.index, end, names[kind] || text.replace(/[.)]$/, ''), item)
}

/** Kinds of characters by their code, for the tokens that are told without asking the pattern: most by far. */
const kinds = new Uint8Array(0x10000)
const nothing = 1
const ending = 2
const latin = 3
const cyrillic = 4
const setKind = (characters: string, kind: number) => {
  for (let at = 0; at < characters.length; at++) kinds[characters.charCodeAt(at)] = kind
}
setKind(' \t\r,:()[]}"«»„“”—–/|>=*#№%&$', nothing)
setKind('?!;\n…', ending)
setKind('0123456789', latin)
kinds.fill(latin, 0x61, 0x7b).fill(latin, 0x41, 0x5b).fill(latin, 0xc0, 0x250)
kinds.fill(cyrillic, 0x400, 0x530)

const dot = 0x2e
const dash = 0x2d
const space = 0x20

/** The kind of the character at a place; beyond the text there is nothing. */
const kindAt = (text: string, at: number) => (at < text.length ? kinds[text.charCodeAt(at)]! : nothing)

/** A dash between words. */
const isDash = (text: string, at: number) =>
  text.charCodeAt(at) === dash && at + 1 < text.length && text.charCodeAt(at + 1) === space

const isDot = (text: string, at: number) => at < text.length && text.charCodeAt(at) === dot

/** Whether nothing that could belong to a token stands at a place. */
function isOver(text: string, at: number): boolean {
  const kind = kindAt(text, at)
  return kind === nothing || kind === ending
}

/** No abbreviation is longer. */
const abbreviated = 4

const codesOf = (characters: string) => new Set(Array.from(characters, (character) => character.charCodeAt(0)))

/** Marks that make a number an item of a list and a word the beginning of a link. */
const binding = codesOf(':)')

/** With what "P.S." begins in the three languages. */
const afterthought = codesOf('пПзЗpP')

/** Where a word ends that is no abbreviation and part of nothing else; its beginning when that is not so sure. */
function plainEnd(text: string, at: number): number {
  let end = at
  while (kindAt(text, end) >= latin) end++
  if (end - at <= 2 && afterthought.has(text.charCodeAt(at))) return at
  if (kindAt(text, at) === latin && binding.has(text.charCodeAt(end))) return at
  const stops = isDot(text, end) && end - at > abbreviated && isOver(text, end + 1)
  return stops || isOver(text, end) ? end : at
}

/** Where the next token may begin. */
function skipNothing(text: string, from: number): number {
  let at = from
  while (at < text.length && (kindAt(text, at) === nothing || isDash(text, at))) at++
  return at
}

/** Turns a token into the one that follows it in the text; false when there are no more. */
export function toNext(token: Token, text: string): boolean {
  const at = skipNothing(text, token.end)
  if (at >= text.length) return false
  const kind = kindAt(text, at)
  const end = kind >= latin ? plainEnd(text, at) : at
  if (end > at) put(token, at, end, text.slice(at, end))
  else if (kind === ending || (isDot(text, at) && isOver(text, at + 1))) put(token, at, at + 1, undefined)
  else {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) return false
    putMatch(token, match)
  }
  return true
}
