import type { Notion } from './notion.ts'

type Lists = Record<'same' | 'narrower' | 'signs' | 'wider' | 'under', string[]>

const KINDS = { '<': 'narrower', '~': 'signs', '>': 'wider', '^': 'under' } as const
const isMark = (mark: string | undefined): mark is keyof typeof KINDS => mark !== undefined && mark in KINDS

/**
 * Reads a file of notions: a notion's name at the start of a line (after `@` that of a service), below it, indented, one
 * phrase a line: as it is the same thing; after `<` narrower; after `~` a sign; after `>` wider; after `^` what it may be told
 * under. Phrases are read when they are asked for: whoever has made them ready needs them no more.
 */
export const readNotions = (file: string): Notion[] =>
  file
    .split(/\n(?=\S)/u)
    .filter((block) => block.trim() !== '')
    .map((block) => new WrittenNotion(block.trim()))

/** Notions are gone through one after another, each list of one after another. */
let last: { block: string; lists: Lists } | undefined

function listsOf(block: string): Lists {
  if (last?.block !== block) last = { block, lists: read(block) }
  return last.lists
}

/** A class, for its getters are one for all: there are more than a thousand notions. */
class WrittenNotion implements Notion {
  readonly #block: string
  constructor(block: string) {
    this.#block = block
  }
  get isName() {
    return this.#block.startsWith('@')
  }
  get same() {
    return listsOf(this.#block).same
  }
  get narrower() {
    return listsOf(this.#block).narrower
  }
  get signs() {
    return listsOf(this.#block).signs
  }
  get wider() {
    return listsOf(this.#block).wider
  }
  get under() {
    return listsOf(this.#block).under
  }
}

function read(block: string): Lists {
  const [name = '', ...phrases] = block.split('\n')
  const lists: Lists = { same: [name.replace('@', '')], narrower: [], signs: [], wider: [], under: [] }
  for (const line of phrases) {
    const phrase = line.trim()
    const [mark] = phrase
    if (isMark(mark)) lists[KINDS[mark]].push(phrase.slice(1).trim())
    else if (phrase !== '') lists.same.push(phrase)
  }
  return lists
}
