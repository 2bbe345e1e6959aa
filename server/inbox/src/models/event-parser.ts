// Server-sent events out of a stream's pieces, for `EventSource` cannot send a token (WHATWG HTML §9.2.6, what we use of it).

export type StreamedEvent = { id: string; type: string; data: unknown }

const parseData = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Takes pieces as they come, cut anywhere; calls `on` for each whole event. Comments and empty events are passed over. */
export function createEventParser(on: (event: StreamedEvent) => void) {
  let rest = ''
  let lastId = ''
  const finish = (block: string) => {
    let type = 'message'
    const data: string[] = []
    for (const line of block.split('\n')) {
      const [, name = '', value = ''] = /^([^:]*): ?(.*)$/.exec(line) ?? []
      if (name === 'id') lastId = value
      if (name === 'event') type = value
      if (name === 'data') data.push(value)
    }
    if (data.length > 0) on({ id: lastId, type, data: parseData(data.join('\n')) })
  }
  return (piece: string) => {
    const blocks = (rest + piece).replaceAll('\r\n', '\n').split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) finish(block)
  }
}
