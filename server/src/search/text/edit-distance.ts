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

/**
 * Weighted edit distance with swaps of neighbours: letters that sound alike (о and а, д and т) cost half.
 * Gives `limit + 1` for any distance over `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > LONGEST || b.length > LONGEST) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = nextRow(a, b, row, last, beforeLast)
    if (Math.min(...current) > limit) return limit + 1
    beforeLast = last
    last = current
  }
  const distance = last[b.length] ?? 0
  return distance > limit ? limit + 1 : distance
}

function nextRow(a: string, b: string, row: number, last: readonly number[], beforeLast: readonly number[]): number[] {
  const current = [row]
  for (let column = 1; column <= b.length; column++) {
    const replaced = (last[column - 1] ?? 0) + replaceCost(a[row - 1] ?? '', b[column - 1] ?? '')
    let cost = Math.min(replaced, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1)
    if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
      cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1)
    }
    current.push(cost)
  }
  return current
}

function replaceCost(a: string, b: string): number {
  if (a === b) return 0
  return SOUND_ALIKE.has(a + b) ? ALIKE_COST : 1
}
