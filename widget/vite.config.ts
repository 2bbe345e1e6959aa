// The panel: ES modules with hashed names and a manifest that tells the loader's build the panel's file.
import { defineConfig } from 'vite'

export default defineConfig({
  base: './',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    manifest: 'manifest.json',
    modulePreload: false,
    rolldownOptions: {
      input: 'src/panel/mount.tsx',
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: 'panel/panel-[hash].js', chunkFileNames: 'panel/[name]-[hash].js' },
    },
  },
})
