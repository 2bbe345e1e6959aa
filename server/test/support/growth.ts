// How work grows with its input: the one thing about time that a test may judge, for a busy machine changes both sides alike.

/** Four times the input: work in proportion to it shows 4, work that grows with its square 16. Half way is the bound. */
export const proportional = 8

const tries = 3
/** Milliseconds. Under this a clock tells nothing. */
const shortest = 2

/**
 * The processor's time for four times the size over that for the size, each the best of three. What grows too fast is
 * measured again: what else the machine does may look like growth once, and what grows does so each time.
 */
export function growthOf(work: (size: number) => unknown, size: number): number {
  let least = Infinity
  for (let again = 0; again < tries && least >= proportional; again++)
    least = Math.min(least, best(work, size * 4) / best(work, size))
  return least
}

function best(work: (size: number) => unknown, size: number): number {
  const times = Array.from({ length: tries }, () => {
    const start = process.cpuUsage()
    work(size)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000
  })
  return Math.max(shortest, Math.min(...times))
}
