// The panel: ES modules with hashed names and a manifest that tells the loader's build the panel's file.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

const panel = fileURLToPath(new URL('src/panel/mount.tsx', import.meta.url))

/** A part that names the panel shares with it what both use: else the bundler puts that into one more file to wait for. */
const partsNameThePanel: Plugin = {
  name: 'parts-name-the-panel',
  transform: (code, id) =>
    code.includes('export const css') && id.endsWith('.ts') ? `${code}\nimport ${JSON.stringify(panel)}` : null,
}

/**
 * Signals assign `valueOf` and the like to a prototype of theirs, which fails on a page that has frozen the built-in ones
 * (a read-only property cannot be assigned over). Defined first, they can be.
 */
const onFrozenPages: Plugin = {
  name: 'on-frozen-pages',
  transform(code, id) {
    if (!id.includes('signals-core')) return null
    return code.replace(
      /\b(\w+)\.prototype\.(valueOf|toString)=/g,
      (assignment, owner, name) => `Object.defineProperty(${owner}.prototype,"${name}",{writable:!0});${assignment}`,
    )
  },
}

export default defineConfig({
  plugins: [partsNameThePanel, onFrozenPages],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    manifest: 'manifest.json',
    lib: { entry: 'src/panel/mount.tsx', formats: ['es'] },
    rolldownOptions: {
      // Parts import what they share from the panel's own file: no further file for it.
      preserveEntrySignatures: 'allow-extension',
      output: {
        // What the first screen shows after its field, later parts show too: one file for all of them.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'around',
              test: /views\/(around|asked-here|home-rest|suggestions|ticket-rows)\.|i18n\/times\.|in-turn|lists\.css/,
            },
          ],
        },
        entryFileNames: 'panel/panel-[hash].js',
        chunkFileNames: 'panel/[name]-[hash].js',
        minify: true,
      },
    },
  },
})
