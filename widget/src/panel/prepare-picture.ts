import { fetched } from './fetched.ts'
import { fail } from './models/answer.ts'
import type { Answer } from './models/answer.ts'

/** The picture to send, or why there is none. Without its code, as offline, it waits: it may be far too large as it is. */
export async function preparePicture(file: Blob, signal: AbortSignal): Promise<Answer<Blob>> {
  const work = await fetched(() => import('../screenshot/encode/prepare.ts')).catch(() => null)
  return work ? work.prepare(file, signal) : fail('offline')
}
