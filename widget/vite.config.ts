// The panel: ES modules with hashed names and a manifest that tells the loader's build the panel's file.
import { defineConfig } from 'vite'

export default defineConfig({
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    manifest: 'manifest.json',
    lib: { entry: 'src/panel/mount.tsx', formats: ['es'] },
    rolldownOptions: {
      output: { entryFileNames: 'panel/panel-[hash].js', chunkFileNames: 'panel/[name]-[hash].js', minify: true },
    },
  },
})
