// The panel and the count on its button: ES modules with hashed names and a manifest that tells the loader's build of them.
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { minify } from 'terser'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

const source = (path: string) => fileURLToPath(new URL(`src/panel/${path}`, import.meta.url))
const panel = source('mount.tsx')
const around = source('views/around.ts')

/**
 * A part that names another file shares with it what both use: else the bundler puts that into one more file to wait for.
 * All of them come after the one around the first field, and that one after the panel.
 */
const partsNameOthers: Plugin = {
  name: 'parts-name-others',
  transform: (code, id) =>
    code.includes('export const css') && id.endsWith('.ts')
      ? `${code}\nimport ${JSON.stringify(id === around ? panel : around)}`
      : null,
}

/** `h(…)` is shorter than what the newer transform makes, and Preact has it anyway. */
const namesItsElements: Plugin = {
  name: 'names-its-elements',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('.tsx') ? `import { h, Fragment } from 'preact'\n${code}` : null),
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

/** A fiftieth fewer bytes than the bundler's own. What is written alike compresses better than what is inlined or turned around. */
const minified: Plugin = {
  name: 'minified',
  async renderChunk(code) {
    const { code: small = code } = await minify(code, {
      module: true,
      ecma: 2020,
      compress: {
        passes: 5,
        unsafe_arrows: true,
        inline: false,
        lhs_constants: false,
        comparisons: false,
        properties: false,
        computed_props: false,
      },
    })
    return small
  },
}

/**
 * The files of a build lie in a folder named by what they hold, and name each other without hashes: those are what does
 * not compress.
 */
const inFolderOfBuild: Plugin = {
  name: 'in-folder-of-build',
  enforce: 'pre',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
    const hash = createHash('sha256')
    for (const { fileName, code } of chunks) hash.update(fileName).update(code)
    const build = hash.digest('hex').slice(0, 8)
    for (const chunk of chunks) chunk.fileName = chunk.fileName.replace('/', `/${build}/`)
  },
}

export default defineConfig(({ mode }) => ({
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
  // Who works on the panel waits for no byte: `npm run dev` builds in a mode of its own.
  plugins: [namesItsElements, partsNameOthers, onFrozenPages, mode !== 'dev' && minified, inFolderOfBuild],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    manifest: 'manifest.json',
    lib: { entry: { panel: 'src/panel/mount.tsx', badge: 'src/badge/badge.ts' }, formats: ['es'] },
    rolldownOptions: {
      // Parts import what they share from the files that they name: no further file for it.
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: 'panel/[name].js',
        chunkFileNames: 'panel/[name].js',
        minify: false,
      },
    },
  },
}))
