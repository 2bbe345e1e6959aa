// Where the work on a picture is done: in a worker where the page lets us have one, else in the page, band by band.
import { fetched } from '../../panel/fetched.ts'
import type { Encoded } from './encode.ts'

/**
 * A worker from another origin has to come through `blob:`, which a strict policy refuses, and the refusal is a line in
 * the host's console. Nothing tells beforehand, so that the tag has to say: `data-worker`.
 */
let mayHaveWorker = () => document.querySelector('script[data-worker]') !== null

/** The worker's answer; null where it does not start. */
function askWorker(module: string, file: Blob): Promise<Encoded | null> {
  const program = `import { serve } from ${JSON.stringify(module)}; serve()`
  const source = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }))
  return new Promise<Encoded | null>((resolve) => {
    const worker = new Worker(source, { type: 'module' })
    const settle = (answer: Encoded | null) => {
      URL.revokeObjectURL(source)
      worker.terminate()
      resolve(answer)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<Encoded>) => settle(data))
    worker.addEventListener('error', () => settle(null))
    worker.postMessage(file, [])
  }).catch(() => null)
}

async function encode(file: Blob): Promise<Encoded> {
  const { address, encodePicture } = await fetched(() => import('./encode.ts'))
  const answer = mayHaveWorker() ? await askWorker(address, file) : null
  if (!answer) mayHaveWorker = () => false
  return answer ?? encodePicture(file)
}

let last: Promise<unknown> = Promise.resolve()

/** Null when nobody waits any more. One by one: two large pictures at once may be more than a phone's memory. */
export function encodeInTurn(file: Blob, signal: AbortSignal): Promise<Encoded | null> {
  const mine = last.then(() => (signal.aborted ? null : encode(file)))
  last = mine.catch(() => undefined)
  return mine
}
