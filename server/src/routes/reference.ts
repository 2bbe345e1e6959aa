import { Hono } from 'hono'
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import type { AppEnv } from '../http/env.ts'
import { causesPage } from '../openapi/causes-page.ts'
import { openApiDocument } from '../openapi/document.ts'
import { pageStyles } from '../openapi/page-styles.ts'
import { referencePage } from '../openapi/page.ts'
import { keptLanguages } from '../speech.ts'
import type { Speech } from '../speech.ts'

const csp = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'"

/** `/openapi.json` and the readable `/docs`, both made once, when first asked for, from the finished app. */
export function referenceRoutes(
  app: Hono<AppEnv>,
  { departments, plans }: Pick<SupportPolicy, 'departments' | 'plans'>,
  speech: Pick<Speech, 'languages'>,
) {
  let made: Promise<{ json: string; page: string }> | undefined
  const reference = () =>
    (made ??= makeReference(app, {
      departments: departments.map(({ id }) => id),
      plans: Object.keys(plans),
      locales: keptLanguages(speech),
    }))
  return new Hono<AppEnv>()
    .get('/openapi.json', async (c) => {
      const { json } = await reference()
      return c.body(json, 200, { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' })
    })
    .get('/docs', async (c) => c.html((await reference()).page, 200, { 'Content-Security-Policy': csp }))
    .get('/docs/tokens', (c) => c.html(causesPage('../'), 200, { 'Content-Security-Policy': csp }))
    .get('/docs.css', (c) => c.body(pageStyles, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
}

async function makeReference(app: Hono<AppEnv>, choices: Parameters<typeof openApiDocument>[1]) {
  const document = openApiDocument(app, choices)
  return { json: JSON.stringify(document), page: await referencePage(document) }
}
