import { basename, join } from 'node:path'

/** Where `build-programs.ts` puts what it builds. */
export const builtPrograms = join(import.meta.dirname, '../../../.cache/programs')

/** What was built of a TypeScript file. */
export const builtOf = (source: URL | string) => join(builtPrograms, `${basename(String(source), '.ts')}.mjs`)
