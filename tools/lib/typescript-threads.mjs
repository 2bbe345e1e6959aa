// Preloaded where TypeScript runs as it is: tsx, like Vitest, sees to the main thread only. A thread that is built begins
// without it in a quarter of the time.
import { isMainThread } from 'node:worker_threads'

if (!isMainThread && process.argv[1]?.endsWith('.ts')) {
  const { register } = await import('tsx/esm/api')
  register()
}
