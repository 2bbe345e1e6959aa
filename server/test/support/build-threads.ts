// Before all suites: the modules of threads, built once.
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { writerModule } from './built-writer-module.ts'

const file = fileURLToPath(writerModule)

export default async function setup(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, '../../src/database/sqlite/writer-thread.ts'),
      outDir: dirname(file),
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: basename(file) } },
    },
  })
}
