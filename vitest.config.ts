import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { SuiteOrder } from './tools/lib/suite-order.mjs'

const inServer = (path: string) => fileURLToPath(new URL(`server/${path}`, import.meta.url))

export default defineConfig({
  test: {
    // Vitest leaves one core alone, which of two is half; suites that wait for a database or a browser need none.
    maxWorkers: availableParallelism() + 2,
    // A worker keeps the modules that it has read: to read them anew for each file was a third of what the suite cost.
    isolate: false,
    sequence: { sequencer: SuiteOrder },
    projects: [
      { test: { name: 'shared', root: 'shared', include: ['src/**/*.test.ts'] } },
      {
        test: {
          name: 'server',
          root: 'server',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          globalSetup: ['test/support/build-programs.ts', 'test/support/one-postgres.ts'],
          alias: [{ find: /^\.\/writer-module\.ts$/, replacement: inServer('test/support/built-writer-module.ts') }],
          execArgv: ['--import', new URL('tools/lib/typescript-threads.mjs', import.meta.url).href],
        },
      },
      {
        test: {
          name: 'widget',
          root: 'widget',
          environment: 'jsdom',
          include: ['test/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          setupFiles: ['test/setup.ts'],
        },
      },
      { test: { name: 'inbox', root: 'server/inbox', include: ['test/**/*.test.ts'] } },
      {
        test: {
          name: 'e2e',
          root: 'e2e',
          include: ['**/*.e2e.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
})
