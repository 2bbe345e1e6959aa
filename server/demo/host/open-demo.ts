// The demo around the server: keys made at this start, the help of an invented shop platform, a page that embeds the widget.
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { importDocs } from '../../src/articles/import/import-docs.ts'
import type { Config } from '../../src/config.ts'
import type { Deps } from '../../src/deps.ts'
import { createDemoHost } from './demo-host.ts'

const folder = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

const secret = (bytes: number) => randomBytes(bytes)

/** Adds a demo identity key and staff token to the settings; the page is served on the next port: another origin. */
export function openDemo(config: Config) {
  const identityKey = { kid: 'demo', secret: new Uint8Array(secret(32)) }
  const staffToken = `bilet_demo_${secret(24).toString('base64url')}`
  const api = `http://${config.host}:${config.port}`
  const port = config.port + 1
  const origin = `http://${config.host}:${port}/`
  return {
    port,
    origin,
    config: {
      ...config,
      identityKeys: new Map([...config.identityKeys, [identityKey.kid, identityKey.secret]]),
      staffTokens: [...config.staffTokens, { name: 'Анна', scopes: ['admin' as const], token: staffToken }],
      logLevel: process.env['BILET_LOG_LEVEL'] ? config.logLevel : 'warn',
    },
    host: ({ clock, policy }: Pick<Deps, 'clock' | 'policy'>) =>
      createDemoHost({
        widgetOrigin: api,
        identityKey,
        plans: Object.keys(policy.plans),
        clock,
        staffToken,
        assetsFolder: folder('demo/admin/dist'),
        reloads: process.env['DEMO_RELOAD'] === '1',
      }),
    /** Imports the demo articles and says where everything is. */
    async begin(deps: Deps) {
      await importDocs(deps.articles, folder('demo/docs'))
      await deps.suggestions.refresh()
      process.stdout.write(welcome({ api, origin, staffToken, code: deps.signInCodes.give(staffToken) }))
    },
  }
}

type Places = { api: string; origin: string; staffToken: string; code: string }

const welcome = ({ api, origin, staffToken, code }: Places) => `
Bilet is running.

  Demo shop admin   ${api}/  (leads to ${origin})
  Staff inbox       ${api}/staff#code=${code}  (signs in once)
  API reference     ${api}/docs
  Staff token       ${staffToken}  (made for this start)

  curl -H 'Authorization: Bearer ${staffToken}' ${api}/v1/staff/tickets

`
