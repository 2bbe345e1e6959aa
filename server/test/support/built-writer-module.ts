// In place of `database/sqlite/writer-module.ts` in tests.
import { pathToFileURL } from 'node:url'
import { builtOf } from './built-programs.ts'

export const writerModule = pathToFileURL(builtOf('writer-thread.ts'))
