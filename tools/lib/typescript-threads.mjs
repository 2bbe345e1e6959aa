// Preloaded where TypeScript runs as it is: tsx, like Vitest, sees to the main thread only.
import { isMainThread } from 'node:worker_threads'

if (!isMainThread) {
  const { register } = await import('tsx/esm/api')
  register()
}
