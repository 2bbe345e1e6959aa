import { pino } from 'pino'
import type { Log } from '../log.ts'

/** JSON lines on standard output. Errors keep their stack; nothing that owners wrote is ever passed in. */
export function createNodeLog(level: string): Log {
  return adapt(pino({ level, base: null, serializers: { error: pino.stdSerializers.err } }))
}

const adapt = (logger: pino.Logger): Log => ({
  info: (fields, message) => logger.info(fields, message),
  warn: (fields, message) => logger.warn(fields, message),
  error: (fields, message) => logger.error(fields, message),
  child: (fields) => adapt(logger.child(fields)),
})
