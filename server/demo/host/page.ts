// The demo page's HTML and the policy it is served under: as strict as a customer's admin panel may be.
import { html } from 'hono/html'
import { NONCE, secureHeaders } from 'hono/secure-headers'

/**
 * Headers of the demo page. No inline code or style, no eval, no Trusted Types policy at all; beyond its own origin
 * only the widget's may run, be asked and show pictures. `blob:` is for the widget's thumbnails of screenshots.
 */
export const pageHeaders = (widgetOrigin: string) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: [NONCE, widgetOrigin],
      styleSrc: ["'self'"],
      connectSrc: ["'self'", widgetOrigin],
      imgSrc: ["'self'", 'blob:', widgetOrigin],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
    strictTransportSecurity: false,
    xFrameOptions: 'DENY',
  })

/** The shell that every address of the admin panel answers with: the panel's own bundle and the widget's one tag. */
export const renderPage = (nonce: string, widgetOrigin: string, reloads = false) =>
  html`<!doctype html>
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Панель магазина</title>
        <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/admin.css" />
        <script type="module" src="/assets/admin.js" nonce="${nonce}"></script>
        <script
          async
          crossorigin
          src="${widgetOrigin}/bilet.js"
          data-locale="ru"
          data-token-url="/demo/token"
          nonce="${nonce}"
        ></script>
      </head>
      <body>
        <div id="admin"></div>
        ${reloads && html`<script type="module" src="/assets/reload.js" nonce="${nonce}"></script>`}
        <noscript>Панель магазина работает с включённым JavaScript.</noscript>
      </body>
    </html>`
