// A desk's own words in place of the widget's: its title, what it calls a ticket, any text. Checked against what the widget says.
import * as z from 'zod/mini'
import { Locale } from '@bilet/shared/locale'
import { Logo } from '@bilet/shared/replies'

/** Of each text its name, how much it is given (−1: by names), and how the widget says it. */
export const KnownWords = z.object({
  takes: z.record(z.string(), z.number()),
  words: z.record(Locale, z.record(z.string(), z.string())),
})
export type KnownWords = z.infer<typeof KnownWords>

const OwnWordsFile = z.strictObject({
  logo: z.optional(Logo),
  words: z._default(z.partialRecord(Locale, z.record(z.string(), z.string().check(z.maxLength(1_000)))), {}),
})
export type OwnWords = z.infer<typeof OwnWordsFile>

/** The words of a file (JSON), or a line for each thing that is wrong with it. */
export function readOwnWords(json: string, known: KnownWords): { own: OwnWords } | { faults: string[] } {
  const parsed = OwnWordsFile.safeParse(parse(json))
  if (!parsed.success)
    return {
      faults: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'} is wrong: ${message}`),
    }
  const faults = Object.entries(parsed.data.words).flatMap(([locale, words]) => {
    const wrong = Object.entries(words).flatMap(([name, text]) => faultsOf(name, text, known))
    return [...wrong, ...missingIn(words, known)].map((fault) => `words.${locale}.${fault}`)
  })
  return faults.length > 0 ? { faults } : { own: parsed.data }
}

/** Browsers know cities too. */
const cities = 'ticket.cities.'

/** Words that say of themselves which language they are are one: nothing of it may be missing. */
function missingIn(words: Record<string, string>, { takes }: KnownWords): string[] {
  if (words['tag'] === undefined) return []
  const missing = Object.keys(takes).filter((name) => words[name] === undefined && !name.startsWith(cities))
  return missing.length > 0 ? [`tag says that this is a language of its own; it lacks ${missing.join(', ')}`] : []
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function faultsOf(name: string, text: string, { takes }: KnownWords): string[] {
  const given = Object.hasOwn(takes, name) ? takes[name] : undefined
  if (given === undefined) return [`${name}: the widget says nothing of this name${hintFor(name, Object.keys(takes))}`]
  if (given < 0) return []
  const asked = [...text.matchAll(/[{[]!?(\w+)[|}:]/g)].map(([, place = '']) => place)
  const wrong = asked.filter((place) => !(Number(place) < given))
  const there = given === 0 ? 'it is given nothing' : `there is {0}${given > 1 ? ` to {${given - 1}}` : ''}`
  return wrong.map((place) => `${name}: {${place}} stands for nothing: ${there}`)
}

/** Names that end as this one does: most slips are in the path. */
function hintFor(name: string, known: readonly string[]): string {
  const last = name.split('.').at(-1) ?? name
  const like = known.filter((one) => one === last || one.endsWith(`.${last}`) || one.startsWith(`${name}.`)).slice(0, 3)
  return like.length > 0 ? `; is it ${like.join(', ')}?` : ': see words show'
}
