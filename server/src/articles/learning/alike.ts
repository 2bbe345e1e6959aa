/** Gists that others can be compared with, all at once. */
export type Alike = {
  /** Gives its number: 0, 1, 2, … */
  add(gist: ReadonlySet<string>): number
  /** How like each is that has anything in common with `gist`, by number: as `likeness` counts it, 0…1. */
  like(gist: ReadonlySet<string>): Map<number, number>
}

export function createAlike(): Alike {
  const sizes: number[] = []
  const holders = new Map<string, number[]>()
  return {
    add(gist) {
      const number = sizes.push(gist.size) - 1
      for (const stem of gist) {
        const known = holders.get(stem)
        if (known) known.push(number)
        else holders.set(stem, [number])
      }
      return number
    },
    like(gist) {
      const shared = new Map<number, number>()
      for (const stem of gist)
        for (const number of holders.get(stem) ?? []) shared.set(number, (shared.get(number) ?? 0) + 1)
      for (const [number, count] of shared) shared.set(number, (2 * count) / (gist.size + (sizes[number] ?? 0)))
      return shared
    },
  }
}
