/** Weights by what was features, in tenths of a unit of log-odds; `bias` is there always. */
export type Weights = Readonly<Record<string, number>>

/** The same by the number of what was features. */
export type WeightTable = { bias: number; tenths: Int16Array }

/** Weights by the place of their names in a list; a name that the list has not is left out. */
export const toTable = (weights: Weights, names: readonly string[]): WeightTable => ({
  bias: weights['bias'] ?? 0,
  tenths: Int16Array.from(names, (name) => weights[name] ?? 0),
})

/** Log-odds that what was features means what the weights stand for; `words` are the tenths that words add. */
export const scoreOf = (table: WeightTable, features: readonly number[], words = 0): number =>
  (table.bias + tenthsOf(table, features) + words) / 10

/** What features add to the bias, in tenths. */
export function tenthsOf({ tenths }: WeightTable, features: readonly number[]): number {
  let sum = 0
  for (const feature of features) sum += tenths[feature]!
  return sum
}
