// What was spent of each limit by whom. Counting is rate-limiter-flexible's; here it is told which windows there are,
// and what to do when it cannot count: go on from memory.
import { createMemoryWindow } from './memory-window.ts'
import { rules } from './rules.ts'
import type { LimitName } from './rules.ts'
import type { OpenWindow, Window } from './window.ts'

/** What an act cost and left. Seconds until the window begins anew. */
export type Spent = { isOver: boolean; limit: number; left: number; resetSeconds: number; windowSeconds: number }

export type Limits = {
  /** Spends `points` of a limit; undefined where the limit is off. Never rejects. */
  spend(name: LimitName, key: string, points?: number): Promise<Spent | undefined>
}

export type LimitSettings = Partial<Record<LimitName, number>>

type Options = {
  /** Points by name; 0 switches one off. The rest is as in the rules. */
  settings?: LimitSettings
  /** Where what is shared is counted: in memory unless told. */
  openShared?: OpenWindow
  onTrouble?: (error: unknown) => void
}

export function createLimits({
  settings = {},
  openShared = createMemoryWindow,
  onTrouble = () => {},
}: Options = {}): Limits {
  const windows = new Map<LimitName, Window>()

  function windowOf(name: LimitName, points: number): Window {
    const known = windows.get(name)
    if (known) return known
    const { seconds, isShared } = rules[name]
    const options = { name, points, seconds }
    const opened =
      isShared && openShared !== createMemoryWindow
        ? insured(openShared(options), createMemoryWindow(options), onTrouble)
        : createMemoryWindow(options)
    windows.set(name, opened)
    return opened
  }

  return {
    async spend(name, key, points = 1) {
      const limit = settings[name] ?? rules[name].points
      if (limit === 0) return undefined
      const { spent, resetMs } = await windowOf(name, limit)(key, points)
      return {
        isOver: spent > limit,
        limit,
        left: Math.max(0, limit - spent),
        resetSeconds: Math.max(1, Math.ceil(resetMs / 1000)),
        windowSeconds: rules[name].seconds,
      }
    },
  }
}

/** A store that is away must neither let everything in nor keep everybody out. */
const insured =
  (window: Window, insurance: Window, onTrouble: (error: unknown) => void): Window =>
  async (key, points) => {
    try {
      return await window(key, points)
    } catch (error) {
      onTrouble(error)
      return insurance(key, points)
    }
  }
