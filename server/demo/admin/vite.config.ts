// Builds the demo's admin panel into admin.js and admin.css, which the demo host's page points at by name.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: false,
    // The first that know light-dark(): older targets would have it rewritten.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      input: { admin: here('src/main.tsx'), styles: here('src/styles/admin.css') },
      output: { entryFileNames: '[name].js', assetFileNames: 'admin[extname]' },
    },
  },
})
