// A site that embeds the widget, played for the demo: a shop's admin panel on an origin of its own, with a backend
// that knows who is signed in and signs identity tokens for them.
import { watch } from 'node:fs'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { streamSSE } from 'hono/streaming'
import { isLoopback } from '../../src/util/loopback.ts'
import { signIdentityToken } from './identity-token.ts'
import { demoOwners, isPersona, planOf } from './owners.ts'
import { pageHeaders, renderPage } from './page.ts'
import type { Context } from 'hono'
import type { SecureHeadersVariables } from 'hono/secure-headers'
import type { IdentityKey } from './identity-token.ts'
import type { DemoSession, Persona } from './owners.ts'

export type DemoHostOptions = {
  /** Origin that serves `bilet.js` and the API, e.g. `http://127.0.0.1:8787`. */
  widgetOrigin: string
  /** Signs the owners' tokens; the API has to know it under the same `kid`. */
  identityKey: IdentityKey
  /** The plans of the desk's policy. */
  plans: readonly string[]
  /** Epoch milliseconds. */
  clock: () => number
  /** Shown in the page's «О демо» with a ready curl. */
  staffToken: string
  /** [apiUrl=widgetOrigin] Where that curl leads. */
  apiUrl?: string
  /** Path of the built admin panel. */
  assetsFolder: string
  /** [reloads=false] Whether open pages load themselves again after a restart: for development. */
  reloads?: boolean
}

/** A build of the panel is in place so long after its last file, milliseconds. */
const settled = 100

const sessionCookie = 'demo_persona'

/** Who the request is from. A first visit is the Standard owner's: a guest sees too little of the widget. */
function personaOf(c: Context): Persona {
  const claimed = getCookie(c, sessionCookie)
  return isPersona(claimed) ? claimed : 'standard'
}

/** The demo's site, to be served on a second origin. Addresses it does not know are the admin panel's own routes. */
export function createDemoHost(options: DemoHostOptions) {
  const { widgetOrigin, identityKey, plans, clock, staffToken, assetsFolder } = options
  const { apiUrl = widgetOrigin, reloads = false } = options
  const began = String(clock())

  const sessionOf = (persona: Persona): DemoSession => ({
    persona,
    owner: persona === 'guest' ? null : demoOwners[persona],
    developer: { apiUrl, staffToken },
  })

  return new Hono<{ Variables: SecureHeadersVariables }>()
    .use(async (c, next) => {
      // Whoever has a name of their own lead here must not be handed an admin's token under it.
      if (!isLoopback(new URL(c.req.url).hostname)) return c.text('The demo answers to this machine only', 403)
      return next()
    })
    .use(pageHeaders(widgetOrigin), async (c, next) => {
      await next()
      c.header('Cache-Control', 'no-store')
    })
    .get('/demo/session', (c) => c.json(sessionOf(personaOf(c))))
    .put('/demo/session/:persona', (c) => {
      const persona = c.req.param('persona')
      if (!isPersona(persona)) return c.json({ error: 'unknown_persona' }, 404)
      setCookie(c, sessionCookie, persona, { httpOnly: true, sameSite: 'Lax', path: '/' })
      return c.json(sessionOf(persona))
    })
    .get('/demo/reload', (c) => {
      if (!reloads) return c.text('Not found', 404)
      return streamSSE(c, async (stream) => {
        await stream.writeSSE({ data: began, retry: 100 })
        let timer: ReturnType<typeof setTimeout> | undefined
        const watcher = watch(assetsFolder, () => {
          clearTimeout(timer)
          timer = setTimeout(() => void stream.writeSSE({ data: String(clock()) }), settled)
        })
        await new Promise<void>((resolve) => stream.onAbort(resolve))
        watcher.close()
      })
    })
    .get('/demo/token', async (c) => {
      const persona = personaOf(c)
      if (persona === 'guest') return c.json({ token: null })
      const owner = demoOwners[persona]
      return c.json({ token: await signIdentityToken({ ...owner, plan: planOf(owner, plans) }, identityKey, clock()) })
    })
    .get(
      '/assets/*',
      serveStatic({ root: assetsFolder, rewriteRequestPath: (path) => path.replace('/assets/', '/') }),
      (c) => c.text('Not found', 404),
    )
    .get('*', (c) => c.html(renderPage(c.get('secureHeadersNonce') ?? '', widgetOrigin, reloads)))
}
