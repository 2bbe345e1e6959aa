import { SourceError } from './source.ts'

/** What went wrong with one document, in a line for people. */
export function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return 'nested too deeply'
  if (error instanceof SourceError || error instanceof SyntaxError) return error.message
  return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown trouble'
}
