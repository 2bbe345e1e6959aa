/**
 * Sums by number (of an article, of a name), used again query after query: it knows which numbers it touched, so that
 * emptying it costs no more than filling it, and no query leaves work to the garbage collector.
 */
export type Accumulator = { sums: Float32Array; touched: Uint32Array; count: number }

export const createAccumulator = (size: number): Accumulator => ({
  sums: new Float32Array(size),
  touched: new Uint32Array(size),
  count: 0,
})

/** Adds a value above zero and gives the new sum. */
export function add(accumulator: Accumulator, at: number, value: number): number {
  const before = accumulator.sums[at] ?? 0
  if (before === 0) accumulator.touched[accumulator.count++] = at
  accumulator.sums[at] = before + value
  return before + value
}

/** Raises a sum to a value above zero; leaves it where it is higher. */
export function raise(accumulator: Accumulator, at: number, value: number): void {
  const before = accumulator.sums[at] ?? 0
  if (value <= before) return
  if (before === 0) accumulator.touched[accumulator.count++] = at
  accumulator.sums[at] = value
}

export function empty(accumulator: Accumulator): void {
  for (let n = 0; n < accumulator.count; n++) accumulator.sums[accumulator.touched[n] ?? 0] = 0
  accumulator.count = 0
}
