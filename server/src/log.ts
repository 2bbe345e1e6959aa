// Logs are JSON lines with request ids and no words of owners. pino fits this type on Node; the edge uses its console.

export type Log = {
  info(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
  error(fields: Record<string, unknown>, message: string): void
  child(fields: Record<string, unknown>): Log
}

/** For tests and tools that want silence. */
export const silentLog: Log = { info() {}, warn() {}, error() {}, child: () => silentLog }
