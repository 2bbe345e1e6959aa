import { extname } from 'node:path'

/** The module of the thread that writes. Source or build, it lies beside this one, in the same language. */
export const writerModule = new URL(`writer-thread${extname(import.meta.url)}`, import.meta.url)
