// R17: what tells one thing from another of its kind: numbers, codes, addresses, names.
import { plain } from '@bilet/shared/rules/words'

/** Patterns begin at the beginning of a word and are bounded, so that reading is linear in the text. */
const address =
  /(?<![\p{L}\d._-])(?:[\p{L}\d._-]{1,64}@[\p{L}\d.-]{1,64}|[\p{L}\d-]{1,64}(?:\.[\p{L}\d-]{1,64}){0,4}\.[a-zа-я]{2,6}(?![\p{L}\d]))|(?<=\s)\/[a-z\d-]{3,40}/giu
const figure = /(?<![\p{L}\d-])(?:\p{L}{1,4}-)?\d[\d-]{0,30}\d(?!\d)/gu
const quoted = /[«"“]([^»"”]{2,40})[»"”]/gu
/** A capital within a sentence, or a word in capitals. */
const capital = /(?<=[\p{Ll},:»]\s)\p{Lu}[\p{L}\d-]{2,40}|(?<!\p{L})\p{Lu}{3,20}\d{0,8}(?!\p{L})/gu
/** What a thing's own number follows; other numbers are sums and dates. */
const numbered =
  /(?<!\p{L})(?:заказ|замовленн|order|ticket|тикет|заявк|артикул|накладн|перемещени|переміщенн|номер)\p{L}{0,5}\s?(?:№|#|no\.?)?\s?(\p{L}{0,4}-?\d[\p{L}\d-]{0,20})|[№#]\s?(\d{1,12})/giu
const stemLength = 5

/** What is said of a thing is said at the beginning. */
const enough = 4_000

/**
 * Numbers and addresses; those of them that are one thing's own, and so another's where they differ; names, by how they
 * begin.
 */
export type Identifiers = { figures: ReadonlySet<string>; own: ReadonlySet<string>; names: ReadonlySet<string> }

const matches = (text: string, pattern: RegExp) => text.match(pattern) ?? []

const stemsOf = (text: string) => matches(plain(text), /[\p{L}\d]{3,}/gu).map((word) => word.slice(0, stemLength))

export function identifiersOf(written: string): Identifiers {
  const text = written.slice(0, enough)
  const addresses = matches(text, address).map((one) => one.toLowerCase())
  const figures = matches(text.replace(address, ' '), figure).map((one) => one.toLowerCase())
  const named = [...text.matchAll(quoted)].map(([, name = '']) => name)
  const own = [...text.matchAll(numbered)].map(([, number, bare]) => (number ?? bare ?? '').toLowerCase())
  return {
    figures: new Set([...addresses, ...figures, ...own]),
    own: new Set([...own, ...addresses]),
    names: new Set([...named, ...matches(text, capital)].flatMap(stemsOf)),
  }
}
