// The server as one folder of plain modules for Node; its dependencies stay where pnpm put them.
import { defineConfig } from 'vite'

export default defineConfig({
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
