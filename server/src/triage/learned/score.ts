/** Weights by what was seen, in tenths of a unit of log-odds; `bias` is there always. */
export type Weights = Readonly<Record<string, number>>

/** The same by the number of what was seen. */
export type WeightTable = { bias: number; tenths: Int16Array }

/** Weights by the place of their names in a list; a name that the list has not is left out. */
export const toTable = (weights: Weights, names: readonly string[]): WeightTable => ({
  bias: weights['bias'] ?? 0,
  tenths: Int16Array.from(names, (name) => weights[name] ?? 0),
})

/** Log-odds that what was seen means what the weights stand for. */
export function scoreOf({ bias, tenths }: WeightTable, seen: readonly number[]): number {
  let sum = bias
  for (const trait of seen) sum += tenths[trait]!
  return sum / 10
}
