// R2's S3 interface before a bucket of the emulator, which has none: as much of it as the desk speaks.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { R2Binding } from '../../src/storage/r2-driver.ts'

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

async function listing(bucket: R2Binding, query: URLSearchParams): Promise<string> {
  const cursor = query.get('continuation-token')
  const page = await bucket.list({ prefix: query.get('prefix') ?? '', ...(cursor !== null && { cursor }) })
  const contents = page.objects.map(({ key }) => `<Contents><Key>${escapeXml(key)}</Key></Contents>`).join('')
  const next = page.truncated ? `<NextContinuationToken>${escapeXml(page.cursor)}</NextContinuationToken>` : ''
  return `<?xml version="1.0"?><ListBucketResult>${contents}${next}</ListBucketResult>`
}

async function answer(bucket: R2Binding, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const [, , ...path] = decodeURIComponent(url.pathname).split('/')
  const key = path.join('/')
  if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=')) {
    response.writeHead(403).end()
  } else if (request.method === 'PUT') {
    await bucket.put(key, new Uint8Array(await buffer(request)))
    response.writeHead(200).end()
  } else if (request.method === 'DELETE') {
    await bucket.delete(key)
    response.writeHead(204).end()
  } else if (key === '') {
    response.writeHead(200).end(await listing(bucket, url.searchParams))
  } else {
    const found = await bucket.get(key)
    response.writeHead(found ? 200 : 404).end(found && new Uint8Array(await found.arrayBuffer()))
  }
}

/** Gives the setting that names the bucket. */
export async function openR2OverS3(bucket: R2Binding) {
  const server = createServer((request, response) => void answer(bucket, request, response))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : ''
  return {
    url: `s3://id:secret@bilet?region=auto&endpoint=http://127.0.0.1:${port}`,
    close: () => void server.close(),
  }
}
