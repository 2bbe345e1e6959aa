const SOUND_ALIKE = new Set(
  [
    'ао',
    'еи',
    'ея',
    'ия',
    'иь',
    'дт',
    'бп',
    'вф',
    'гк',
    'жш',
    'зс',
    'шщ',
    'цс',
    'йи',
    'уо',
    'еа',
    'ьъ',
    'ую',
    'гх',
    'чщ',
  ].flatMap(([a, b]) => [`${a}${b}`, `${b}${a}`]),
)

const ALIKE_COST = 0.5
const LONGEST = 40

/** Rows of costs, by turns: words are compared by the thousand. */
const rows = Array.from({ length: 3 }, () => new Float64Array(LONGEST + 1))

/**
 * Weighted edit distance with swaps of neighbours: letters that sound alike (о and а, д and т) cost half.
 * Gives `limit + 1` for any distance over `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > LONGEST || b.length > LONGEST) return limit + 1
  for (let column = 0; column <= b.length; column++) rowOf(0)[column] = column
  for (let row = 1; row <= a.length; row++) if (fillRow(a, b, row) > limit) return limit + 1
  const distance = rowOf(a.length)[b.length] ?? 0
  return distance > limit ? limit + 1 : distance
}

const rowOf = (row: number): Float64Array => rows[row % rows.length]!

/** Gives the least of its costs. */
function fillRow(a: string, b: string, row: number): number {
  const beforeLast = rowOf(row + 1)
  const last = rowOf(row - 1)
  const current = rowOf(row)
  current[0] = row
  let least = row
  for (let column = 1; column <= b.length; column++) {
    const replaced = (last[column - 1] ?? 0) + replaceCost(a[row - 1] ?? '', b[column - 1] ?? '')
    let cost = Math.min(replaced, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1)
    if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
      cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1)
    }
    current[column] = cost
    least = Math.min(least, cost)
  }
  return least
}

function replaceCost(a: string, b: string): number {
  if (a === b) return 0
  return SOUND_ALIKE.has(a + b) ? ALIKE_COST : 1
}
