// A limit of silence, not of length: a picture over a slow network takes the minutes it takes, a client that drips is cut.
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Fewer bytes than this in a span are no progress: two hundred a second, where the slowest of phones send thousands. */
const leastBytes = 4 * 1024
/** A span may be longer by one part in so many: one timer looks at all, since one for each costs more than most requests. */
const looksInSpan = 5

const refusal = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n'

type Begun = { response: ServerResponse; seen: number; since: number }

export type BodyPace = {
  /** Cuts the connection once a span has brought too little of the body, unless that was its end. */
  keep(request: IncomingMessage, response: ServerResponse): void
  stop(): void
}

export function createBodyPace(spanMs: number): BodyPace {
  const bodies = new Map<IncomingMessage, Begun>()

  function look() {
    const now = performance.now()
    for (const [request, body] of bodies) {
      const { bytesRead } = request.socket
      // Its end goes unheard where nobody reads the body.
      if (request.complete || body.response.closed) bodies.delete(request)
      else if (now - body.since < spanMs) continue
      else if (bytesRead - body.seen >= leastBytes) bodies.set(request, { ...body, seen: bytesRead, since: now })
      else {
        bodies.delete(request)
        cut(request, body.response)
      }
    }
  }

  const timer = setInterval(look, spanMs / looksInSpan).unref()
  return {
    keep(request, response) {
      const { 'content-length': length, 'transfer-encoding': coding } = request.headers
      if (length === undefined && coding === undefined) return
      bodies.set(request, { response, seen: request.socket.bytesRead, since: performance.now() })
      request.once('end', () => bodies.delete(request))
    },
    stop: () => clearInterval(timer),
  }
}

function cut({ socket }: IncomingMessage, response: ServerResponse) {
  if (!response.headersSent) socket.write(refusal)
  socket.destroySoon()
}
