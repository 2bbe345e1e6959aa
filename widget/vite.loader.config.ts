// The loader: one classic script, with the panel's hashed name inside and the public types beside it.
import { readFileSync } from 'node:fs'
import { defineConfig } from 'vite'
import type { Manifest, Plugin } from 'vite'

const here = (path: string) => new URL(path, import.meta.url)

function panelFile() {
  const manifest: Manifest = JSON.parse(readFileSync(here('dist/manifest.json'), 'utf8'))
  const panel = manifest['src/panel/mount.tsx']
  if (!panel) throw new Error('The panel is built first: dist/manifest.json does not name it')
  return panel.file
}

const shipTypes: Plugin = {
  name: 'ship-types',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'bilet.d.ts', source: readFileSync(here('src/loader/public.ts'), 'utf8') })
  },
}

export default defineConfig({
  define: { PANEL_FILE: JSON.stringify(panelFile()) },
  plugins: [shipTypes],
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: 'src/loader/bilet.ts', formats: ['iife'], name: 'bilet', fileName: () => 'bilet.js' },
  },
})
