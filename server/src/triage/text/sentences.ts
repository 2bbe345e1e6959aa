// A text as sentences of words. Offsets are those of the text as written, so that parts of it can be cut out again.
import { beforeAll, toNext } from './tokenizer.ts'
import type { Word } from './words.ts'
import { wordOf } from './words.ts'

/** How a sentence was reached: after a stop, on a new line, as an item of a list (numbered or not), or inside a sentence. */
export type Opening = 'start' | 'stop' | 'line' | 'item' | 'bullet' | 'joint'

export type Sentence = {
  /** Where it begins; an item of a list begins with its number. */
  from: number
  words: Word[]
  /** Where each word stands. */
  at: number[]
  /** The words behind a comma, by their place. */
  commas: number[]
  asks: boolean
  /** Whether it cites something: «…». */
  cites: boolean
  opening: Opening
}

/** Guesses read no further: four times a usual description, and what is left is mostly pasted logs. */
const enough = 1_500
const enoughSentences = 200

const quotes = new Set(Array.from('«“„"', (quote) => quote.charCodeAt(0)))

const bullet = /(?:^|\n)\s{0,5}[-–—•·*+]\s{0,5}$/

/** A list may number its items without a mark: "1 как скрыть цены 2 где взять акт". */
const counted = /^\s?1 \p{L}[^]* 2 \p{L}/u

/** Whether what begins at a place of a line stands behind a bullet or is the letter of an item: "а) …". */
const isBulleted = (text: string, at: number) =>
  text[at + 1] === ')' || bullet.test(text.slice(Math.max(0, at - 6), at))

/** Sentences of a text in order, none of them empty; `asks` when it closes with a question mark. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let items = 0
  let numbered = 0
  let opening: Opening = 'start'
  let current: Sentence | undefined
  /** Whether what is read stands in a row behind a colon: "Прошу: …; …; …". */
  let inRow = false
  const toRead = text.slice(0, enough)
  const isCounted = counted.test(toRead)
  const token = beforeAll()
  /** Where the token before ended. */
  let before = 0
  while (sentences.length <= enoughSentences && toNext(token, toRead)) {
    const { word: read, at } = token
    const item = isCounted && read === `${items + 1}` ? items + 1 : token.item
    if (item > 0 && (item === items + 1 || (item === 2 && opening === 'line'))) {
      items = item
      numbered = at
      opening = 'item'
      current = undefined
    } else if (read === undefined) {
      const last = sentences.at(-1)
      if (toRead[at] === '?' && last) last.asks = true
      const goesOn: boolean =
        toRead[at] === ';' && current !== undefined && (inRow || toRead.slice(current.from, at).includes(':'))
      if (opening !== 'item' || current)
        opening = goesOn ? 'bullet' : toRead[at] === '\n' || (opening === 'line' && !current) ? 'line' : 'stop'
      inRow = goesOn
      current = undefined
    } else {
      if (!current) {
        if (opening === 'line' && isBulleted(toRead, at)) opening = 'bullet'
        const from = opening === 'item' ? numbered : at
        sentences.push((current = { from, words: [], at: [], commas: [], asks: false, cites: false, opening }))
      }
      if (quotes.has(toRead.charCodeAt(at - 1))) current.cites = true
      if (toRead.slice(before, at).includes(',')) current.commas.push(current.words.length)
      current.words.push(wordOf(read))
      current.at.push(at)
      opening = 'stop'
      if (item > 0) current = undefined
    }
    before = token.end
  }
  if (sentences[0]) sentences[0].opening = 'start'
  return sentences
}
