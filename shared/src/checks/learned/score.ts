/** Weights by what was seen, in tenths of a unit of log-odds; `bias` is there always. */
export type Weights = Readonly<Record<string, number>>

/** Log-odds that what was seen means what the weights stand for. */
export function scoreOf(weights: Weights, seen: readonly string[]): number {
  let tenths = weights['bias'] ?? 0
  for (const feature of seen) tenths += weights[feature] ?? 0
  return tenths / 10
}

/** Probability of log-odds. */
export const probability = (score: number) => 1 / (1 + Math.exp(-score))
