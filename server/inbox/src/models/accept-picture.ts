import { limits } from '@bilet/shared/limits'
import { fail, succeed } from '@bilet/widget/answer'
import type { Answer } from '@bilet/widget/answer'

const types = new Set(['image/png', 'image/jpeg', 'image/webp'])

/** Whether the server takes the file as it is; agents paste screenshots, which need no making ready. */
export function acceptPicture(file: Blob): Promise<Answer<Blob>> {
  if (!types.has(file.type)) return Promise.resolve(fail('unsupported_media_type'))
  return Promise.resolve(file.size > limits.fileBytes ? fail('too_large') : succeed(file))
}
