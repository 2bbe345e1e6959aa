// Cloudflare R2 behind a binding. Objects are named as over S3 (see s3-driver.ts), so that Node reaches the same ones
// through R2's S3 interface: documentation is imported that way.
import type { Driver } from 'unstorage'

/** The part of the binding that is used. */
export type R2Binding = {
  head(key: string): Promise<unknown>
  get(key: string): Promise<{ text(): Promise<string>; arrayBuffer(): Promise<ArrayBuffer> } | null>
  put(key: string, value: string | Uint8Array): Promise<unknown>
  delete(key: string): Promise<void>
  list(range: { prefix: string; cursor?: string }): Promise<R2Page>
}
type R2Page = { objects: { key: string }[] } & ({ truncated: false } | { truncated: true; cursor: string })

const toName = (key: string) => key.replaceAll(':', '/')

/** Objects of the bucket that the binding leads to. R2 is consistent: what was written is what anyone reads. */
export function r2Driver(bucket: R2Binding): Driver {
  const list = async (prefix: string, cursor?: string): Promise<string[]> => {
    const page = await bucket.list({ prefix, ...(cursor !== undefined && { cursor }) })
    const keys = page.objects.map(({ key }) => key)
    return page.truncated ? [...keys, ...(await list(prefix, page.cursor))] : keys
  }
  const put = async (key: string, value: string | Uint8Array) => void (await bucket.put(toName(key), value))

  return {
    name: 'r2',
    hasItem: async (key) => (await bucket.head(toName(key))) !== null,
    getItem: async (key) => (await (await bucket.get(toName(key)))?.text()) ?? null,
    getItemRaw: async (key) => (await (await bucket.get(toName(key)))?.arrayBuffer()) ?? null,
    setItem: put,
    setItemRaw: put,
    removeItem: (key) => bucket.delete(toName(key)),
    getKeys: (base) => list(toName(base)),
  }
}
