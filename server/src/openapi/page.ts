// The readable reference: one static page made of the document, without scripts.
import { html, raw } from 'hono/html'
import { problems } from '@bilet/shared/problem'
import type { OpenApiDocument, OperationObject, Parameter, ResponseObject } from './document.ts'

/** The document as HTML; every text in it is escaped. */
export async function referencePage(document: OpenApiDocument): Promise<string> {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const of = (tag: string) => operations.filter(({ operation }) => operation.tags.includes(tag))
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Bilet API</title>
        <link rel="stylesheet" href="docs.css" />
      </head>
      <body>
        <nav>
          <h1>Bilet API</h1>
          <a href="openapi.json">openapi.json</a>
          ${document.tags.map(
            ({ name }) =>
              html`<h2>${name}</h2>
                <ul>
                  ${of(name).map(
                    ({ path, method }) =>
                      html`<li>
                        <a href="#${method}${path}"><b>${method}</b> ${path.replace(/^\/v1(\/staff)?/, '')}</a>
                      </li>`,
                  )}
                </ul>`,
          )}
        </nav>
        <main>
          <p>${document.info['description']}</p>
          ${document.tags.map(
            ({ name, description }) =>
              html`<h2>${name}</h2>
                <p>${description}</p>
                ${of(name).map(section)}`,
          )}
          <h2>Schemas</h2>
          ${Object.entries(document.components.schemas).map(
            ([name, schema]) =>
              html`<details id="/components/schemas/${name}">
                <summary>${name}</summary>
                ${code(schema)}
              </details>`,
          )}
          <h2>Problems</h2>
          <table>
            <tr>
              <th>Code</th>
              <th>Status</th>
            </tr>
            ${Object.entries(problems).map(
              ([code, status]) =>
                html`<tr id="${code}">
                  <td><code>${code}</code></td>
                  <td>${status}</td>
                </tr>`,
            )}
          </table>
        </main>
      </body>
    </html>`
  return (await page).toString()
}

function section({ path, method, operation }: { path: string; method: string; operation: OperationObject }) {
  const scope = operation['x-scope']
  const body = Object.entries(operation.requestBody?.content ?? {})[0]
  return html`<section id="${method}${path}">
    <h3><b class="${method}">${method}</b> <code>${path}</code></h3>
    <p>${operation.summary}. ${scope ? `Staff token, scope ${scope}.` : ''}</p>
    ${operation.description ? html`<p>${prose(operation.description)}</p>` : ''}
    ${
      operation.parameters
        ? html`<table>
            <tr>
              <th>Parameter</th>
              <th>In</th>
              <th>Value</th>
            </tr>
            ${operation.parameters.map(parameter)}
          </table>`
        : ''
    }
    ${
      body
        ? html`<details>
            <summary>Body: ${body[0]}</summary>
            ${body[1].example === undefined ? '' : code(body[1].example)}${code(body[1].schema)}
          </details>`
        : ''
    }
    ${Object.entries(operation.responses).map(response)}
  </section>`
}

const parameter = ({ name, in: where, required, schema }: Parameter) =>
  html`<tr>
    <td><code>${name}</code>${required ? ' *' : ''}</td>
    <td>${where}</td>
    <td><code>${constraint(schema)}</code></td>
  </tr>`

const constraint = ({ type = 'string', ...rest }: { type?: string }) =>
  Object.keys(rest).length > 0 ? `${type} ${JSON.stringify(rest)}` : type

function response([status, { description, content }]: [string, ResponseObject]) {
  const schema = status.startsWith('2') ? Object.values(content ?? {})[0]?.schema : undefined
  const text = raw(escape(description).replaceAll(/`([^`]+)`/g, '<a href="#$1"><code>$1</code></a>'))
  return schema
    ? html`<details>
        <summary>${status} ${text}</summary>
        ${code(schema)}
      </details>`
    : html`<p class="response">${status} ${text}</p>`
}

/** As JSON; what is named leads to where it stands. */
const code = (value: unknown) =>
  html`<pre>
${raw(
  escape(JSON.stringify(value, null, 2)).replaceAll(
    /"#\/components\/schemas\/(\w+)"/g,
    '<a href="#/components/schemas/$1">$1</a>',
  ),
)}</pre>`

/** Text with its backticks as code. */
const prose = (text: string) => raw(escape(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>'))

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
