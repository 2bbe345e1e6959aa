// JSON lines on the edge's console, shaped as pino's on Node.
import type { Log } from '../log.ts'

const levels = { debug: 20, info: 30, warn: 40, error: 50, silent: 60 } as const
type Level = keyof typeof levels

const isLevel = (level: string): level is Level => level in levels

/** Lines of this level and above. */
export function createWorkerLog(level: string, bound: Record<string, unknown> = {}): Log {
  const least = isLevel(level) ? levels[level] : levels.info
  const line = (at: Exclude<Level, 'silent'>) => (fields: Record<string, unknown>, msg: string) => {
    if (levels[at] < least) return
    console.log(JSON.stringify({ level: levels[at], time: Date.now(), ...bound, ...fields, msg }, plainErrors))
  }
  return {
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    child: (fields) => createWorkerLog(level, { ...bound, ...fields }),
  }
}

const plainErrors = (_key: string, value: unknown) =>
  value instanceof Error ? { type: value.name, message: value.message, stack: value.stack } : value
