// `/docs/tokens`: where the widget's warning in the console leads. For whoever connects a page to the desk.
import { html } from 'hono/html'
import { tokenHints } from '../http/token-hints.ts'

const sections = [
  {
    id: 'token_invalid',
    title: 'The desk does not take the token',
    text: 'The page gave an identity token, and something in it is not as it must be. The desk’s log says what, on a line “identity token refused” with its reason; so does the console where the desk runs as the demo or with BILET_LOG_LEVEL=debug. At a command line: bilet token check <token>.',
  },
  {
    id: 'token_expired',
    title: 'The token is too old, and the page gives no newer one',
    text: 'A token lives fifteen minutes at most. With data-token-url the widget asks for the next by itself; a page that has only data-token must call Bilet.identify({ token }) before the old one ends.',
  },
  {
    id: 'token_url',
    title: 'The address of data-token-url gives no token',
    text: 'It is asked by GET with the page’s own cookies and answers {"token":"…"} as JSON with status 200, or {"token":null} for somebody who is not signed in. It is relative to the page. The page’s policy must allow it: connect-src \'self\' where it is on the page’s own origin.',
  },
  {
    id: 'origin_not_allowed',
    title: 'The desk does not know this site',
    text: 'BILET_ALLOWED_ORIGINS names the sites that may embed the widget: scheme, host and port as in the address bar, without a path. A page in a sandboxed frame has the origin "null" and needs allow-same-origin.',
  },
]

export const causesPage = (base: string) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Bilet: what keeps a page from its desk</title>
        <link rel="stylesheet" href="${base}docs.css" />
      </head>
      <body>
        <nav>
          <h1>What keeps a page from its desk</h1>
          <ul>
            ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
          </ul>
          <a href="${base}docs">API</a>
        </nav>
        <main>
          ${sections.map(
            ({ id, title, text }) =>
              html`<section id="${id}">
                <h3>${title}</h3>
                <p><code>${id}</code></p>
                <p>${text}</p>
                ${id === 'token_invalid' && reasons}
              </section>`,
          )}
        </main>
      </body>
    </html>`

const reasons = html`<table>
  <tr>
    <th>The reason</th>
    <th>What to do</th>
  </tr>
  ${tokenHints.map(
    ({ reason, todo }) =>
      html`<tr>
        <td>${reason}</td>
        <td>${todo}</td>
      </tr>`,
  )}
</table>`
