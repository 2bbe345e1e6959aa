import type { PostWebhook } from '../webhooks/deliver.ts'

const patienceMs = 15_000

/** How the edge posts to a receiver. From there no private network can be reached. */
export const postFromEdge: PostWebhook = async (url, headers, body) => {
  const signal = AbortSignal.timeout(patienceMs)
  const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
  await response.body?.cancel()
  return response.status
}
