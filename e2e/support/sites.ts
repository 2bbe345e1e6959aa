// Sites of a test: a page on an origin of its own, and what stands before several servers.
import { createServer, request } from 'node:http'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

export type Site = { origin: string; close: () => void }

/** Listens at a port of the system's choice. */
export async function serve(listener: RequestListener): Promise<Site> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { origin: `http://127.0.0.1:${port}`, close }
}

/** A balancer between two servers, in an order that falls into step with no page. */
export function serveBetween(one: string, other: string): Promise<Site> {
  let turn = 0
  const isOdd = (number: number) => number.toString(2).replaceAll('0', '').length % 2 === 1
  return serve((incoming, answer) => forward(incoming, answer, isOdd(turn++) ? one : other))
}

/** A host that has the server below a path, which it takes away, as `proxy_pass http://desk/;` does. */
export const serveBelow = (path: string, origin: string): Promise<Site> =>
  serve((incoming, answer) => forward(incoming, answer, origin, incoming.url?.replace(path, '/')))

/** A way to the server on which requests for what `breakOff` names are broken off. */
export async function serveUnsteadily(origin: string) {
  let broken: RegExp | null = null
  const site = await serve((incoming, answer) =>
    broken?.test(incoming.url ?? '') ? incoming.socket.destroy() : forward(incoming, answer, origin),
  )
  return { ...site, breakOff: (path: RegExp | null) => void (broken = path) }
}

/** A way to the server that has none of the files which `gone` names. */
export const serveWithout = (gone: RegExp, origin: string): Promise<Site> =>
  serve((incoming, answer) =>
    gone.test(incoming.url ?? '')
      ? answer.writeHead(404, { 'Access-Control-Allow-Origin': '*' }).end()
      : forward(incoming, answer, origin),
  )

/** A way to the server on which what is posted to `held` gets no answer; tells what has become of each request. */
export async function serveWithoutAnswer(held: RegExp, origin: string) {
  const fates: ('waiting' | 'broken off')[] = []
  const site = await serve((incoming, answer) => {
    if (incoming.method !== 'POST' || !held.test(incoming.url ?? '')) return forward(incoming, answer, origin)
    const index = fates.push('waiting') - 1
    answer.once('close', () => (fates[index] = 'broken off'))
    return incoming.resume()
  })
  return { ...site, fates }
}

function forward(incoming: IncomingMessage, answer: ServerResponse, origin: string, url = incoming.url ?? '/') {
  const { method, headers } = incoming
  const onward = request(new URL(url, origin), { method, headers }, (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers)
    response.pipe(answer)
  })
  onward.once('error', () => answer.writeHead(502).end())
  incoming.pipe(onward)
}

/** What the page's own backend answers at these paths, as JSON or as a script. */
type Answers = Record<string, () => { type: string; body: string }>

/** A page of a few tags, under the policy that is given. */
export const servePage = (html: string, policy?: string, answers: Answers = {}): Promise<Site> =>
  serve((incoming, answer) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://page')
    const own = answers[pathname]?.()
    if (own) return answer.writeHead(200, { 'Content-Type': own.type }).end(own.body)
    if (!pathname.endsWith('/')) return answer.writeHead(404).end()
    return answer
      .writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        ...(policy && { 'Content-Security-Policy': policy }),
      })
      .end(`<!doctype html><title>Магазин</title><link rel="icon" href="data:,">${html}`)
  })
