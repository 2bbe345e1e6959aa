// The loader: one classic script, with the panel's hashed name inside. Beside it the public types, the name under which
// this build's loader never changes, and `panel.js`, which leads loaders of builds that are gone to the panel of now.
import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { defineConfig } from 'vite'
import type { Manifest, Plugin } from 'vite'
import { knownWords } from './known-words.ts'

const here = (path: string) => new URL(path, import.meta.url)

const manifest: Manifest = JSON.parse(readFileSync(here('dist/manifest.json'), 'utf8'))

function fileOf(source: string) {
  const built = manifest[source]
  if (!built) throw new Error(`The panel is built first: dist/manifest.json does not name ${source}`)
  return built.file
}

const panel = fileOf('src/panel/mount.tsx')

const digest = (algorithm: string, code: string) => createHash(algorithm).update(code)

/** A module that passes a file's `mount` on, and imports the file once its bytes are here, as the loader does. */
const leadTo = (file: string) => `const url = new URL('./${file}', import.meta.url)
export async function mount(host) {
  const answer = await fetch(url)
  await answer.text()
  if (!answer.ok) throw answer
  return (await import(url)).mount(host)
}
`

const besideLoader: Plugin = {
  name: 'beside-loader',
  buildStart: () => rmSync(here('dist/v'), { recursive: true, force: true }),
  generateBundle(_options, bundle) {
    const loader = bundle['bilet.js']
    if (loader?.type !== 'chunk') this.error('there is no bilet.js')
    const version = digest('sha256', loader.code).digest('hex').slice(0, 12)
    const versioned = `v/${version}/bilet.js`
    const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source })
    emit('bilet.d.ts', readFileSync(here('src/loader/public.ts'), 'utf8'))
    emit('panel.js', leadTo(panel))
    emit('words.json', JSON.stringify(knownWords()))
    emit(versioned, loader.code)
    const record = {
      version,
      loader: versioned,
      integrity: `sha384-${digest('sha384', loader.code).digest('base64')}`,
      /** Files whose names never mean anything else: what later builds go on serving. */
      files: [versioned, ...new Set(Object.values(manifest).map(({ file }) => file))],
    }
    emit('build.json', `${JSON.stringify(record, null, 2)}\n`)
  },
}

export default defineConfig({
  define: { PANEL_FILE: JSON.stringify(panel), BADGE_FILE: JSON.stringify(fileOf('src/badge/badge.ts')) },
  plugins: [besideLoader],
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    minify: 'terser',
    terserOptions: { ecma: 2020, compress: { passes: 5, unsafe_arrows: true } },
    lib: { entry: 'src/loader/bilet.ts', formats: ['iife'], name: 'bilet', fileName: () => 'bilet.js' },
  },
})
