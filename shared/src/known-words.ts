// Words as data, for whoever checks words of a desk's own: by dotted names, with what each is given written as own words
// write it (`own-words.ts`).
import type { Plural } from './plural.ts'

export type Said = {
  text: string
  /** How much it is given; −1: by names. */
  takes: number
}

/** Stands in for the forms of a number. */
export const writtenPlural: Plural = (count, forms) =>
  `{${String(count).replaceAll(/[{}]/g, '')}|${Object.values(forms).join('|')}}`

const named = -1

const places = (count: number) => Array.from({ length: count }, (_, index) => `{${index}}`)

const names = new Proxy({}, { get: (_, name) => `{${String(name)}}` })

type Making = (...args: unknown[]) => string

const isMaking = (value: unknown): value is Making => typeof value === 'function'

function say(make: Making, isNamed: boolean): Said {
  if (isNamed) return { text: make(names), takes: named }
  const given = places(make.length)
  try {
    return { text: make(...given), takes: make.length }
  } catch {
    // A list is given.
    return { text: make(...given.map((place) => [place])), takes: make.length }
  }
}

function* walk(words: object, path: string): Generator<[name: string, said: Said]> {
  for (const [key, value] of Object.entries<unknown>({ ...words })) {
    const name = path + key
    if (typeof value === 'string') yield [name, { text: value, takes: 0 }]
    else if (isMaking(value)) yield [name, say(value, path === 'findings.')]
    else if (typeof value === 'object' && value !== null) yield* walk(value, `${name}.`)
  }
}

/** Every text of these words by its name. */
export const sayings = (...parts: readonly object[]): ReadonlyMap<string, Said> =>
  new Map(parts.flatMap((part) => [...walk(part, '')]))
