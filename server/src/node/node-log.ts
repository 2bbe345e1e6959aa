import { pino } from 'pino'
import type { Log } from '../log.ts'

/** JSON lines on standard output. Errors keep their stack; nothing that owners wrote is ever passed in. */
export function createNodeLog(level: string): Log {
  return adapt(pino({ level, base: null, serializers: { error: pino.stdSerializers.err } }))
}

/** What a child adds stands in each line: a child of pino's own costs a request more than the line that it writes. */
const adapt = (logger: pino.Logger, bound: Record<string, unknown> = {}): Log => ({
  info: (fields, message) => logger.info({ ...bound, ...fields }, message),
  warn: (fields, message) => logger.warn({ ...bound, ...fields }, message),
  error: (fields, message) => logger.error({ ...bound, ...fields }, message),
  child: (fields) => adapt(logger, { ...bound, ...fields }),
})
