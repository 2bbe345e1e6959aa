// Builds the demo's admin panel into two files with fixed names, which the demo host's page points at.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: false,
    rolldownOptions: {
      input: fileURLToPath(new URL('src/main.tsx', import.meta.url)),
      output: { entryFileNames: 'admin.js', assetFileNames: 'admin[extname]' },
    },
  },
})
