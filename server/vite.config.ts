// The server as one folder of plain modules for Node. Dependencies stay where pnpm put them, but for those that come in
// hundreds of modules: to find and read them one by one was a third of a start.
import { defineConfig } from 'vite'

export default defineConfig({
  ssr: {
    noExternal: [
      '@hono/node-server',
      '@noble/hashes',
      'hono',
      'jose',
      'kysely',
      'rate-limiter-flexible',
      'unstorage',
      'zod',
    ],
  },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      input: {
        'entry-node': 'src/node/entry-node.ts',
        cli: 'src/cli/main.ts',
        'writer-thread': 'src/database/sqlite/writer-thread.ts',
        'reading-thread': 'src/node/reading-thread.ts',
        'indexing-thread': 'src/node/indexing-thread.ts',
      },
      // A thread's module is found beside the one that begins it.
      output: { chunkFileNames: '[name]-[hash].js' },
    },
  },
})
