// The server as one module for Cloudflare Workers, with the widget's and the inbox's files beside it for Workers Assets.
import { cp, rename, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { foreverCached, openToAll, revalidated } from './src/widget-headers.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

const rule = (paths: string, headers: Record<string, string>) =>
  [paths, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n')

const headers = [
  rule('/*', openToAll),
  ...['/bilet.js', '/panel.js', '/bilet.d.ts', '/build.json'].map((file) =>
    rule(file, { 'Cache-Control': revalidated }),
  ),
  ...['/panel/*', '/v/*'].map((files) => rule(files, { 'Cache-Control': foreverCached })),
]

/** The files of widget and inbox, and the headers that Workers Assets sends with them. */
const widgetAssets: Plugin = {
  name: 'widget-assets',
  async closeBundle() {
    const assets = path('edge/dist/assets')
    await cp(path('../widget/dist'), assets, { recursive: true, filter: (file) => !file.endsWith('.map') })
    await cp(path('inbox/dist'), `${assets}/inbox`, { recursive: true })
    await rename(`${assets}/inbox/index.html`, `${assets}/inbox/page.txt`)
    await writeFile(`${assets}/_headers`, `${headers.join('\n')}\n`)
  },
}

/** Nothing of Node is there: a module of its that slips in fails the build, not the first request. */
const withoutNode: Plugin = {
  name: 'without-node',
  enforce: 'pre',
  resolveId(id, importer) {
    if (id.startsWith('node:')) this.error(`${id} is not on the edge; ${importer} imports it`)
  },
}

export default defineConfig({
  plugins: [withoutNode, widgetAssets],
  // Not `browser`: what packages ship for pages wants a document.
  ssr: { target: 'webworker', noExternal: true, resolve: { conditions: ['workerd', 'worker', 'module', 'import'] } },
  build: {
    ssr: true,
    target: 'es2022',
    outDir: 'edge/dist',
    minify: true,
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: { input: { 'entry-worker': 'src/worker/entry-worker.ts' }, output: { codeSplitting: false } },
  },
})
