const ROUNDS = 2_000
const FIGURE_ROUNDS = 500

/**
 * Paired bootstrap over queries: the mean gain of `after` over `before` and its 95 % interval. A gain is one when the
 * whole interval is above zero.
 */
export function pairedGain(
  before: readonly number[],
  after: readonly number[],
): { mean: number; low: number; high: number } {
  const gains = after.map((value, at) => value - (before[at] ?? 0))
  const random = seededRandom(20_260)
  const means = Array.from({ length: ROUNDS }, () => resampledMean(gains, random)).toSorted((a, b) => a - b)
  const at = (share: number): number => means[Math.floor(share * ROUNDS)] ?? 0
  return { mean: gains.reduce((sum, gain) => sum + gain, 0) / gains.length, low: at(0.025), high: at(0.975) }
}

function resampledMean(values: readonly number[], random: () => number): number {
  let sum = 0
  for (let drawn = 0; drawn < values.length; drawn++) sum += values[Math.floor(random() * values.length)] ?? 0
  return sum / values.length
}

/** The same for a figure of a whole set: by how much `figure` of `after` exceeds that of `before`, where both say how like queries did. */
export function pairedFigure<T>(
  before: readonly T[],
  after: readonly T[],
  figure: (set: readonly T[]) => number,
): { mean: number; low: number; high: number } {
  const random = seededRandom(20_260)
  const gains = Array.from({ length: FIGURE_ROUNDS }, () => {
    const drawn = before.map(() => Math.floor(random() * before.length))
    const of = (set: readonly T[]): number => figure(drawn.flatMap((at) => set.slice(at, at + 1)))
    return of(after) - of(before)
  }).toSorted((a, b) => a - b)
  const at = (share: number): number => gains[Math.floor(share * FIGURE_ROUNDS)] ?? 0
  return { mean: figure(after) - figure(before), low: at(0.025), high: at(0.975) }
}

/** Mulberry32: the same numbers at every run. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
