// A limit of silence, not of length: a picture over a slow network takes the minutes it takes, a client that drips is cut.
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Fewer bytes than this in a span are no progress: two hundred a second, where the slowest of phones send thousands. */
const leastBytes = 4 * 1024

const refusal = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n'

/** Cuts the connection once a span of `spanMs` has brought too little of the body, unless that was its end. */
export function keepPace(request: IncomingMessage, response: ServerResponse, spanMs: number): void {
  const { socket } = request
  let seen = socket.bytesRead
  const timer = setInterval(() => {
    // Its end goes unheard where nobody reads the body: there is none behind a stream of events or an export.
    if (request.complete) return stop()
    const isMoving = socket.bytesRead - seen >= leastBytes
    seen = socket.bytesRead
    if (isMoving) return
    stop()
    if (!response.headersSent) socket.write(refusal)
    socket.destroySoon()
  }, spanMs)
  const stop = () => clearInterval(timer)
  request.once('end', stop)
  response.once('close', stop)
}
