/** Weights by what was seen, in tenths of a unit of log-odds; `bias` is there always. */
export type Weights = Readonly<Record<string, number>>

/** Log-odds that what was seen means what the weights stand for. */
export const scoreOf = (weights: Weights, seen: readonly string[]) =>
  seen.reduce((sum, feature) => sum + (weights[feature] ?? 0), weights['bias'] ?? 0) / 10

/** Probability of log-odds. */
export const probability = (score: number) => 1 / (1 + Math.exp(-score))
