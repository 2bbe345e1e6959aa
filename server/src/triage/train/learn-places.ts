// Where beginnings of words stand among one another: by what they are said with. Positive pointwise mutual information of
// beginnings in short texts, and its leading eigenvectors by orthogonal iteration (Levy and Goldberg, 2014: what word2vec
// learns is of this kind). The same texts give the same places: nothing is left to chance.
import { largest, smallNumbers } from '../learned-text.ts'
import { dimensions } from '../nearness/meaning.ts'

/** Beginnings in fewer texts than this are not placed. */
const leastOften = 5

/** A text of more beginnings than this counts as one of so many: a notion that is said in two hundred ways is one notion. */
const longest = 60

/** What is said often says less of what is said with it, to this power. */
const smoothing = 0.75

/** After so many rounds the places hardly turn. */
const rounds = 10

/** Rows of a symmetric matrix: those columns of row n that are not zero stand from `from[n]` to `from[n + 1]`. */
type Sparse = { from: Int32Array; columns: Int32Array; values: Float64Array }

/** Beginnings parted by spaces, and their places one after another as `meaning.ts` reads them. */
export type Places = { beginnings: string; places: string }

/** Learns places from texts, each given as the beginnings of its words. */
export function learnPlaces(texts: readonly (readonly string[])[]): Places {
  const once = texts.map((text) => [...new Set(text)])
  const often = new Map<string, number>()
  for (const text of once) for (const word of text) often.set(word, (often.get(word) ?? 0) + 1)
  const placed = [...often]
    .filter(([, count]) => count >= leastOften)
    .toSorted(([a, many], [b, others]) => others - many || (a < b ? -1 : 1))
  const numbers = new Map(placed.map(([word], number) => [word, number]))
  const rows = once.map((text) => text.flatMap((word) => numbers.get(word) ?? []))
  const columns = eigenvectors(informationOf(togetherIn(rows, placed.length)))
  const rarities = placed.map(([, count]) => Math.log(once.length / count))
  const rarest = Math.max(...rarities)
  return {
    beginnings: placed.map(([word]) => word).join(' '),
    places: placed.map((_, row) => smallNumbers(placeIn(columns, row, rarities[row]! / rarest))).join(''),
  }
}

/** A row of the eigenvectors as whole numbers, as far out as the word is rare. */
function placeIn(columns: readonly Float64Array[], row: number, rarity: number): number[] {
  const numbers = columns.map((column) => column[row]!)
  const length = Math.hypot(...numbers)
  return numbers.map((number) => (length === 0 ? 0 : Math.round((number / length) * rarity * largest)))
}

/** How often two are said in one text; a text of n words counts as one for each of them. */
function togetherIn(rows: readonly number[][], count: number): Sparse {
  const textsOf: number[][] = Array.from({ length: count }, () => [])
  for (const [text, row] of rows.entries()) for (const word of row) textsOf[word]!.push(text)
  const from = new Int32Array(count + 1)
  const columns: number[] = []
  const values: number[] = []
  const sums = new Float64Array(count)
  for (let word = 0; word < count; word++) {
    const touched: number[] = []
    for (const text of textsOf[word]!) {
      const row = rows[text]!
      const weight = Math.min(1, longest / row.length) / row.length
      for (const other of row) {
        if (other === word) continue
        if (sums[other] === 0) touched.push(other)
        sums[other]! += weight
      }
    }
    for (const other of touched.toSorted((a, b) => a - b)) {
      columns.push(other)
      values.push(sums[other]!)
      sums[other] = 0
    }
    from[word + 1] = columns.length
  }
  return { from, columns: Int32Array.from(columns), values: Float64Array.from(values) }
}

/** How much more often two are said together than chance would have it, where it is more. */
function informationOf({ from, columns, values }: Sparse): Sparse {
  const count = from.length - 1
  const sums = Float64Array.from({ length: count }, (_, row) =>
    values.subarray(from[row], from[row + 1]).reduce((sum, value) => sum + value, 0),
  )
  const smoothed = sums.map((sum) => sum ** smoothing)
  const all = smoothed.reduce((sum, value) => sum + value, 0)
  const told = values.slice()
  for (let row = 0; row < count; row++)
    for (let at = from[row]!; at < from[row + 1]!; at++) {
      const column = columns[at]!
      const expected = Math.sqrt(sums[row]! * smoothed[row]! * sums[column]! * smoothed[column]!)
      told[at] = Math.max(0, Math.log((values[at]! * all) / expected))
    }
  return { from, columns, values: told }
}

/** The leading eigenvectors, each as long as the root of its eigenvalue. */
function eigenvectors(matrix: Sparse): Float64Array[] {
  const count = matrix.from.length - 1
  let columns = orthonormal(Array.from({ length: dimensions }, (_, nth) => scattered(count, nth + 1)))
  for (let round = 0; round < rounds; round++) columns = orthonormal(columns.map((column) => times(matrix, column)))
  return columns.map((column) => {
    const value = Math.abs(dot(column, times(matrix, column)))
    return column.map((number) => number * Math.sqrt(value))
  })
}

/** Numbers without order to begin with, the same each time (a linear congruential generator, Numerical Recipes). */
function scattered(count: number, seed: number): Float64Array {
  let state = seed
  return Float64Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32 - 0.5
  })
}

function times({ from, columns, values }: Sparse, vector: Float64Array): Float64Array {
  const product = new Float64Array(vector.length)
  for (let row = 0; row < product.length; row++) {
    let sum = 0
    for (let at = from[row]!; at < from[row + 1]!; at++) sum += values[at]! * vector[columns[at]!]!
    product[row] = sum
  }
  return product
}

/** Columns made of the given ones, each of length 1 and at right angles to those before it (Gram and Schmidt). */
function orthonormal(columns: readonly Float64Array[]): Float64Array[] {
  const made: Float64Array[] = []
  for (const column of columns) {
    const rest = column.slice()
    for (const other of made) {
      const share = dot(rest, other)
      for (let row = 0; row < rest.length; row++) rest[row]! -= share * other[row]!
    }
    const length = Math.sqrt(dot(rest, rest))
    made.push(rest.map((number) => (length === 0 ? 0 : number / length)))
  }
  return made
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let row = 0; row < one.length; row++) sum += one[row]! * other[row]!
  return sum
}
