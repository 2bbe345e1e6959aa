// HTTP as other programs speak it to the server.

export type Answer<T = Record<string, unknown>> = { status: number; headers: Headers; body: T }

type Call = { token?: string; body?: unknown; headers?: Record<string, string>; method?: string }

/** One request; the answer's body is parsed when it is JSON. */
export async function call<T = Record<string, unknown>>(url: string, options: Call = {}): Promise<Answer<T>> {
  const { token, body, headers = {}, method = body === undefined ? 'GET' : 'POST' } = options
  const response = await fetch(url, {
    method,
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as T }
}
