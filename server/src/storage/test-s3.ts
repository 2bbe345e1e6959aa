// As much of S3's REST interface as the driver speaks, on loopback, with pages of two keys.
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'

const pageSize = 2

type Answer = { status: number; body?: string | Uint8Array }

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function listing(keys: string[], query: URLSearchParams): Answer {
  const from = Number(query.get('continuation-token') ?? 0)
  const found = keys.filter((key) => key.startsWith(query.get('prefix') ?? '')).toSorted()
  const contents = found.slice(from, from + pageSize).map((key) => `<Contents><Key>${escapeXml(key)}</Key></Contents>`)
  const next = from + pageSize
  const token = next < found.length ? `<NextContinuationToken>${next}</NextContinuationToken>` : ''
  return { status: 200, body: `<?xml version="1.0"?><ListBucketResult>${contents.join('')}${token}</ListBucketResult>` }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** One bucket, refusing unsigned requests with 403. */
export async function openTestS3(bucket: string) {
  const objects = new Map<string, Buffer>()

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=')) return { status: 403 }
    const url = new URL(request.url ?? '/', 'http://localhost')
    const [, name, ...path] = decodeURIComponent(url.pathname).split('/')
    const key = path.join('/')
    if (name !== bucket) return { status: 404 }
    if (key === '') return listing([...objects.keys()], url.searchParams)
    if (request.method === 'PUT') objects.set(key, await bodyOf(request))
    if (request.method === 'DELETE') {
      objects.delete(key)
      return { status: 204 }
    }
    const body = objects.get(key)
    return body ? { status: 200, body } : { status: 404 }
  }

  const server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => response.writeHead(status).end(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: (prefix = '', name = bucket) =>
      `s3://id:secret@${name}/${prefix}?region=auto&endpoint=http://127.0.0.1:${port}`,
    close: () => new Promise<unknown>((resolve) => server.close(resolve)),
  }
}
