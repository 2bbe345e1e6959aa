// A program that reads the stream of events from its beginning.

export type Heard = { id: string; kind: string; text?: string; ticket: { number: number } }

/** Goes on until it is closed; `events` grows. */
export async function listenTo(origin: string, token: string) {
  const ending = new AbortController()
  const events: Heard[] = []
  const response = await fetch(`${origin}/v1/staff/events?since=0`, {
    headers: { Authorization: `Bearer ${token}` },
    signal: ending.signal,
  })
  const read = async () => {
    let rest = ''
    for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const lines = (rest + piece).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (line.startsWith('data: ')) events.push(JSON.parse(line.slice(6)) as Heard)
    }
  }
  const reading = read().catch((error: unknown) => {
    if (!ending.signal.aborted) throw error
  })
  return {
    events,
    async close() {
      ending.abort()
      await reading
    },
  }
}
