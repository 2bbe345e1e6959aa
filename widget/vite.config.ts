// The panel: ES modules with hashed names and a manifest that tells the loader's build the panel's file.
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

const cookieStub = '\0cookie-stub'

/** The API client can set cookies. We never do, and its checks of them weigh as much as a whole view. */
const withoutCookies: Plugin = {
  name: 'without-cookies',
  enforce: 'pre',
  resolveId: (id, importer) => (id.endsWith('/utils/cookie.js') && importer?.includes('/hono/') ? cookieStub : null),
  load: (id) => (id === cookieStub ? 'export const serialize = () => ""' : null),
}

export default defineConfig({
  plugins: [withoutCookies],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    manifest: 'manifest.json',
    lib: { entry: 'src/panel/mount.tsx', formats: ['es'] },
    rolldownOptions: {
      // Parts import what they share from the panel's own file: no further file for it.
      preserveEntrySignatures: 'allow-extension',
      output: { entryFileNames: 'panel/panel-[hash].js', chunkFileNames: 'panel/[name]-[hash].js', minify: true },
    },
  },
})
