// Before all suites: threads, and programs that are run to be killed, built once. Each begins six times as fast without a
// compiler in it.
import { join } from 'node:path'
import { build } from 'vite'
import { builtPrograms } from './built-programs.ts'

const inServer = (path: string) => join(import.meta.dirname, '../..', path)

export async function setup(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: builtPrograms,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        input: [
          inServer('src/database/sqlite/writer-thread.ts'),
          inServer('test/faults/submitter.ts'),
          inServer('test/faults/migrator.ts'),
          inServer('test/faults/full-disk.ts'),
        ],
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
}
