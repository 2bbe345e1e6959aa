// @bilet/embed as npm packs it, in a TypeScript project under `strict`, in React 19 and in Vue 3.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, panelOf, visit } from './support/browser.ts'
import { signIdentity } from './support/identity.ts'
import { dataFolder, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'
import { servePage } from './support/sites.ts'

const project = fileURLToPath(new URL('..', import.meta.url))

const typed = `import { loadBilet } from '@bilet/embed'
import type { BiletApi } from '@bilet/embed'

const bilet: BiletApi = await loadBilet({ src: 'https://desk.example/bilet.js', tokenUrl: '/token', position: 'left' })
const off = bilet.on('ticket-sent', ({ number }) => number.toFixed(0))
off()
window.Bilet?.setContext({ order: 1042 })
// @ts-expect-error there is no such view
bilet.open('settings')
// @ts-expect-error an address is needed
void loadBilet({})
`

/** The recipe of docs/embedding.md as it stands there, in a component that has an order. */
const docs = readFileSync(join(project, 'docs/embedding.md'), 'utf8')
const [, recipe = 'the recipe is gone'] = /^In React.*\n\n```tsx\n([^]*?)```$/m.exec(docs) ?? []
const react = `import { createElement, StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { loadBilet } from '@bilet/embed'

const src = window.biletSrc

function Admin() {
  const [order, show] = useState(1042)
  ${recipe}
  return createElement('button', { onClick: () => { show(order + 1); window.Bilet.open('ticket') } }, 'Спросить')
}
createRoot(document.body).render(createElement(StrictMode, null, createElement(Admin)))
`

const vue = `import { createApp, h, onMounted } from 'vue'
import { loadBilet } from '@bilet/embed'

createApp({
  setup() {
    onMounted(() => loadBilet({ src: window.biletSrc }))
    return () => h('button', { onClick: () => window.Bilet.open() }, 'Спросить')
  },
}).mount(document.body.appendChild(document.createElement('main')))
`

describe('@bilet/embed', () => {
  const place = mkdtempSync(join(tmpdir(), 'bilet-embed-'))
  let browser: Browser
  let folder: Awaited<ReturnType<typeof dataFolder>>
  let server: RunningServer

  beforeAll(async () => {
    execFileSync('npm', ['pack', '--silent', '--pack-destination', place], { cwd: join(project, 'widget/embed') })
    const modules = join(place, 'node_modules')
    mkdirSync(join(modules, '@bilet/embed'), { recursive: true })
    const { version } = JSON.parse(readFileSync(join(project, 'widget/embed/package.json'), 'utf8')) as {
      version: string
    }
    const unpack = [
      '-xzf',
      join(place, `bilet-embed-${version}.tgz`),
      '--strip-components=1',
      '-C',
      join(modules, '@bilet/embed'),
    ]
    execFileSync('tar', unpack)
    for (const name of ['react', 'react-dom', 'vue'])
      symlinkSync(join(project, 'e2e/node_modules', name), join(modules, name))
    for (const [name, code] of Object.entries({ 'typed.ts': typed, 'react.js': react, 'vue.js': vue }))
      writeFileSync(join(place, name), code)
    folder = await dataFolder()
    server = await startServer(folder.path)
    browser = await launch()
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await folder?.remove()
    rmSync(place, { recursive: true })
  })

  it.each(['bundler', 'nodenext'])(
    'has types that a strict project believes, resolved as by %s',
    (resolution) => {
      const module = resolution === 'bundler' ? 'esnext' : 'nodenext'
      writeFileSync(join(place, 'package.json'), '{"type":"module"}')
      const tsc = join(project, 'node_modules/typescript/bin/tsc')
      const flags = ['--noEmit', '--strict', '--target', 'es2022', '--module', module, '--moduleResolution', resolution]
      const { status, stdout } = spawnSync(process.execPath, [tsc, ...flags, 'typed.ts'], {
        cwd: place,
        encoding: 'utf8',
      })
      expect(stdout).toBe('')
      expect(status).toBe(0)
    },
    60_000,
  )

  const owner = { sub: 'marina', shop: 'samovar', plan: 'premium' as const, email: 'marina@samovar.example' }
  const token = () => ({ type: 'application/json', body: JSON.stringify({ token: signIdentity(owner) }) })

  it.each([
    ['react', ['1043']],
    ['vue', []],
  ])(
    'puts one widget into a page of %s, however often it is asked',
    async (name, facts) => {
      await build({
        root: place,
        configFile: false,
        logLevel: 'silent',
        define: { 'process.env.NODE_ENV': '"development"' },
        build: {
          outDir: `dist-${name}`,
          lib: { entry: `${name}.js`, formats: ['iife'], name: 'page', fileName: () => 'page.js' },
        },
      })
      const code = readFileSync(join(place, `dist-${name}/page.js`), 'utf8')
      const html = `<body><script>window.biletSrc = '${server.origin}/bilet.js'</script><script src="/page.js"></script></body>`
      const site = await servePage(html, undefined, {
        '/page.js': () => ({ type: 'text/javascript', body: code }),
        '/my/bilet-token': token,
      })
      const { page, context, troubles } = await visit(browser, `${site.origin}/`, server.origin)
      await page.getByRole('button', { name: 'Помощь' }).waitFor()
      await page.getByRole('button', { name: 'Спросить' }).click()
      await panelOf(page).getByRole('textbox').first().waitFor()
      for (const fact of facts) await panelOf(page).getByRole('listitem').filter({ hasText: fact }).first().waitFor()
      expect(await page.locator('[id=bilet]').count()).toBe(1)
      expect(await page.locator('script[src*="bilet.js"]').count()).toBe(1)
      expect(troubles).toEqual([])
      await context.close()
      site.close()
    },
    120_000,
  )
})
