// How Node posts to a receiver: fifteen seconds, no redirects, and never to a private address, told at connect time.
import { Agent, fetch } from 'undici'
import { addressInHost, createPublicLookup, isPublicAddress } from '../util/network-address.ts'
import { mostBytes } from './bounded-payload.ts'
import type { PostWebhook } from './deliver.ts'

const patienceMs = 15_000

const refusal = () => new Error('private address')

/** `allowPrivate` lets receivers be on this machine and in private networks; `waitMs` is how long one may take to answer. `cut` ends what has not been answered. */
export function createPostWebhook({
  allowPrivate,
  waitMs = patienceMs,
}: {
  allowPrivate: boolean
  waitMs?: number
}): PostWebhook & { close(): Promise<void>; cut(): Promise<void> } {
  const dispatcher = new Agent({
    connect: allowPrivate ? {} : { lookup: createPublicLookup(refusal) },
    maxHeaderSize: 16_384,
  })
  const post: PostWebhook = async (url, headers, body) => {
    const address = addressInHost(new URL(url))
    if (!allowPrivate && address !== undefined && !isPublicAddress(address)) throw refusal()
    try {
      const signal = AbortSignal.timeout(waitMs)
      const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', dispatcher, signal })
      await readUpTo(response.body, mostBytes)
      return response.status
    } catch (error) {
      throw new Error(reasonOf(error), { cause: error })
    }
  }
  return Object.assign(post, { close: () => dispatcher.close(), cut: () => dispatcher.destroy(new Error('stopped')) })
}

/** What it answers is of no interest, and no more of it is read than a polite receiver sends. */
async function readUpTo(body: AsyncIterable<Uint8Array> | null, most: number) {
  let read = 0
  for await (const chunk of body ?? []) {
    read += chunk.length
    if (read > most) return
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed'
  if (error.name === 'TimeoutError') return 'timeout'
  const { cause } = error
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message
  return error.message
}
