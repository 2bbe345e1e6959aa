// Texts that are hard for a regular expression, made of its own parts: what it repeats, again and again, behind what must
// stand before it, and what no repetition can end with.

export type Pattern = { source: string; flags: string }
export type Bait = { before: string; unit: string; after: string }

/** One place of a pattern: a letter of its kind, or a group; and how often it may come. */
type Part = { letters: string[] | Part[][]; isLooking: boolean; min: number; max: number }

const candidates = Array.from(' a"1\n\tфZ{<[(*:_`-\'|.#,/=!?+@%&$^~;>)]}\\x\u200b\u0301ёіы«🔗')
const noRepetitionEnds = '\u0001'

const atom =
  /\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\k<\w+>|\\[^]|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<?[=!]|:|<\w+>))?|[^]/giuy
const quantifier = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/uy

/** The parts of a pattern, by alternatives. */
function partsOf({ source, flags }: Pattern): Part[][] {
  let at = 0
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    at += found?.[0].length ?? 0
    return found
  }
  const options = (): Part[][] => {
    const all: Part[][] = [[]]
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') {
        at++
        all.push([])
      } else all.at(-1)?.push(part())
    }
    return all
  }
  const part = (): Part => {
    const found = take(atom)?.[0] ?? ''
    const isGroup = found.startsWith('(')
    const letters = isGroup ? options() : lettersOf(found, flags)
    if (isGroup) at++
    const times = take(quantifier)
    return { letters, isLooking: /^\(\?<?[=!]/u.test(found), ...countsOf(times) }
  }
  return options()
}

function countsOf(found: RegExpExecArray | null): { min: number; max: number } {
  if (!found) return { min: 1, max: 1 }
  const [sign, least, comma, most] = found
  if (least === undefined) return { min: sign.startsWith('+') ? 1 : 0, max: sign.startsWith('?') ? 1 : Infinity }
  return { min: Number(least), max: most ? Number(most) : comma ? Infinity : Number(least) }
}

/** Some letters that an atom takes; none for what takes none, as an edge. */
function lettersOf(found: string, flags: string): string[] {
  if (/^(?:\^|\$|\\[bBk1-9].*)$/u.test(found)) return []
  const one = new RegExp(`^(?:${found})$`, flags.replaceAll(/[gy]/gu, ''))
  const own = found.length === 1 ? found : found.at(-1)
  return [...new Set([own ?? '', ...candidates])].filter((letter) => one.test(letter)).slice(0, 4)
}

const exampleOf = (part: Part): string => {
  if (part.isLooking) return ''
  const [first = []] = part.letters
  const once = typeof first === 'string' ? first : first.map(exampleOf).join('')
  return once.repeat(Math.min(50, part.min))
}

const unitsOf = ({ letters }: Part): string[] =>
  letters.map((one) => (typeof one === 'string' ? one : one.map((part) => exampleOf({ ...part, min: 1 })).join('')))

/** What a pattern repeats, with what stands before it; and any one, two or three of its parts in a row. */
export function baitsOf(pattern: Pattern): Bait[] {
  const baits = new Map<string, Bait>()
  const add = (before: string, unit: string) => {
    if (unit === '') return
    for (const after of ['', noRepetitionEnds])
      baits.set(JSON.stringify([before, unit, after]), { before, unit, after })
  }
  const walk = (options: readonly Part[][], start: string) => {
    for (const parts of options) {
      let before = start
      parts.forEach((part, at) => {
        for (const unit of unitsOf(part)) {
          if (part.max > 1) add(before, unit)
          const next = parts.slice(at + 1).map((other) => unitsOf(other)[0] ?? '')
          add('', unit)
          add('', unit + (next[0] ?? ''))
          add('', unit + (next[0] ?? '') + (next[1] ?? ''))
        }
        const inner = part.letters.filter((one) => typeof one !== 'string')
        walk(inner, before)
        before += exampleOf({ ...part, min: Math.max(part.min, part.max > 1 || part.min > 0 ? 1 : 0) })
      })
    }
  }
  walk(partsOf(pattern), '')
  return [...baits.values()]
}

export const baitText = ({ before, unit, after }: Bait, length: number): string =>
  before + unit.repeat(Math.ceil(length / unit.length)).slice(0, length) + after

/** Goes through a text wherever the pattern may match. */
export function tryPattern({ source, flags }: Pattern, text: string): void {
  const pattern = new RegExp(source, `${flags.replace('g', '')}g`)
  text.replaceAll(pattern, '')
}
