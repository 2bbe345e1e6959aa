import { Hono } from 'hono'
import type { AppEnv } from '../http/env.ts'
import { openApiDocument } from '../openapi/document.ts'
import { pageStyles } from '../openapi/page-styles.ts'
import { referencePage } from '../openapi/page.ts'

const csp = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'"

/** `/openapi.json` and the readable `/docs`, both made once, when first asked for, from the finished app. */
export function referenceRoutes(app: Hono<AppEnv>) {
  let made: { json: string; page: string } | undefined
  const reference = () => {
    if (made) return made
    const document = openApiDocument(app)
    return (made = { json: JSON.stringify(document), page: referencePage(document) })
  }
  return new Hono<AppEnv>()
    .get('/openapi.json', (c) =>
      c.body(reference().json, 200, { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' }),
    )
    .get('/docs', (c) => c.html(reference().page, 200, { 'Content-Security-Policy': csp }))
    .get('/docs.css', (c) => c.body(pageStyles, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
}
