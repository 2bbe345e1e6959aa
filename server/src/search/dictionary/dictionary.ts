// The languages of owners in one another: a word that no article has is often known by another language's.
import meanings from './stems.json' with { type: 'json' }

/** In the order of a meaning's columns. */
const languages = ['en', 'ru', 'uk'] as const
const russian = languages.indexOf('ru')
const ukrainian = languages.indexOf('uk')

/**
 * Where stems stand, in one table of numbers: a stem's hash leads to a place, each place to the next of that hash. A place is
 * the number of a meaning and where in its text the stem begins.
 */
type Table = { first: Int32Array; next: Int32Array; meaning: Uint16Array; begin: Uint16Array }

const SLOTS = 2 ** 15

let known: Table | undefined

/** The slot of the stem that stands in a text from `begin` to `end` (FNV-1a). */
function slotOf(text: string, begin: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = begin; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) & (SLOTS - 1)
}

/** Where the stem ends that begins at a place of a meaning. */
function endOf(text: string, begin: number): number {
  let at = begin
  while (at < text.length && text[at] !== ',' && text[at] !== '|') at++
  return at
}

/** Made when it is first asked for: a sixth of the 1.6 MB that a map of its stems took. */
function table(): Table {
  if (known !== undefined) return known
  const count = meanings.reduce((sum, text) => sum + text.split(/[,|]/u).length, 0)
  const made: Table = {
    first: new Int32Array(SLOTS).fill(-1),
    next: new Int32Array(count),
    meaning: new Uint16Array(count),
    begin: new Uint16Array(count),
  }
  let place = count
  // From the last: of a stem's places the first comes first.
  for (let number = meanings.length - 1; number >= 0; number--) {
    const text = meanings[number] ?? ''
    for (let begin = 0; begin < text.length; begin = endOf(text, begin) + 1) {
      const slot = slotOf(text, begin, endOf(text, begin))
      place--
      made.next[place] = made.first[slot] ?? -1
      made.first[slot] = place
      made.meaning[place] = number
      made.begin[place] = begin
    }
  }
  known = made
  return made
}

/** Where a stem stands: the texts of its meanings, and in which column. */
function placesOf(stem: string): { text: string; language: number }[] {
  const { first, next, meaning, begin } = table()
  const found: { text: string; language: number }[] = []
  for (let place = first[slotOf(stem, 0, stem.length)] ?? -1; place >= 0; place = next[place] ?? -1) {
    const text = meanings[meaning[place] ?? 0] ?? ''
    const from = begin[place] ?? 0
    if (text.slice(from, endOf(text, from)) !== stem) continue
    found.push({ text, language: text.slice(0, from).split('|').length - 1 })
  }
  return found
}

/** True for the stem of a word of any of the three languages. */
export const isInDictionary = (stem: string): boolean => placesOf(stem).length > 0

/** By the stem of a word in another language, the stems that it may be in this one, the likeliest first. */
export type Dictionary = (stem: string) => readonly string[]

/**
 * What words of the two other languages are in a language, by its code; nothing where it is none of the three. In a
 * Ukrainian text what both Ukrainian and Russian have is taken for Ukrainian: «час» is time there, and an hour in Russian.
 */
export function dictionaryInto(code: string, inUkrainianText: boolean): Dictionary | undefined {
  const into = languages.findIndex((one) => code.toLowerCase().startsWith(one))
  if (into === -1) return undefined
  const [unlike, like] = inUkrainianText ? [russian, ukrainian] : [ukrainian, russian]
  return (stem) => {
    const places = placesOf(stem)
    const isLike = places.some(({ language }) => language === like)
    const others = places.flatMap(({ text, language }) => {
      if (language === into || (language === unlike && isLike)) return []
      return text.split('|')[into]?.split(',') ?? []
    })
    return [...new Set(others)].filter((other) => other !== stem)
  }
}
