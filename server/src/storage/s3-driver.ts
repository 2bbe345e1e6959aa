// unstorage's S3 driver lists the first thousand objects of the whole bucket and takes no session token. This one lists
// a prefix to its end. Web APIs only: it runs on the edge as well.
import { AwsClient } from 'aws4fetch'
import type { Driver } from 'unstorage'
import type { S3Location } from './storage-url.ts'

const toPath = (key: string) => key.split(':').map(encodeURIComponent).join('/')

/** Objects of a bucket by key, `:` as `/`. Failed requests are tried three times more, then throw. */
export function s3Driver({ endpoint, bucket, prefix, ...credentials }: S3Location): Driver {
  const client = new AwsClient({ ...credentials, service: 's3', retries: 3 })
  const root = prefix && `${prefix}/`
  const bucketUrl = `${endpoint}/${bucket}`

  const send = async (url: string, init?: RequestInit): Promise<Response | null> => {
    const response = await client.fetch(url, init)
    if (response.status === 404) return null
    if (!response.ok) throw new Error(`S3 answered ${response.status}: ${(await response.text()).slice(0, 500)}`)
    return response
  }
  const object = (key: string, init?: RequestInit) => send(`${bucketUrl}/${root}${toPath(key)}`, init)
  const put = async (key: string, body: string | Uint8Array) => {
    if (!(await object(key, { method: 'PUT', body }))) throw new Error(`S3 has no bucket ${bucket}`)
  }

  const list = async (base: string, token?: string): Promise<string[]> => {
    const query = new URLSearchParams({ 'list-type': '2', prefix: root + base.replaceAll(':', '/') })
    if (token) query.set('continuation-token', token)
    const response = await send(`${bucketUrl}/?${query.toString()}`)
    const page = (await response?.text()) ?? ''
    const keys = textsOf(page, 'Key').map((key) => key.slice(root.length))
    const [next] = textsOf(page, 'NextContinuationToken')
    return next ? [...keys, ...(await list(base, next))] : keys
  }

  return {
    name: 's3',
    hasItem: async (key) => (await object(key, { method: 'HEAD' })) !== null,
    getItem: async (key) => (await (await object(key))?.text()) ?? null,
    getItemRaw: async (key) => (await (await object(key))?.arrayBuffer()) ?? null,
    setItem: put,
    setItemRaw: put,
    removeItem: async (key) => void (await object(key, { method: 'DELETE' })),
    getKeys: (base) => list(base ?? ''),
  }
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** What the XML's elements of this name hold, in order. */
function textsOf(xml: string, element: string): string[] {
  return [...xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, text = '']) =>
    text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole),
  )
}
