// Between a file that the owner chose and its upload: made small, upright and free of metadata, or refused in words.
import { limits } from '@bilet/shared/limits'
import { fail, succeed } from '../../panel/models/answer.ts'
import type { Answer } from '../../panel/models/answer.ts'
import { encodeInTurn } from './run.ts'

const accepted = new Set(['image/png', 'image/jpeg', 'image/webp'])

/** The file as it is, where this browser cannot draw it anew but the desk may take it. */
const asItIs = (file: Blob): Answer<Blob> => {
  if (!accepted.has(file.type)) return fail('not_a_picture')
  return file.size > limits.fileBytes ? fail('too_large') : succeed(file)
}

/** @returns the picture to send; `not_a_picture`, `picture_unreadable` or `too_large` where there is none. */
export async function prepare(file: Blob, signal: AbortSignal): Promise<Answer<Blob>> {
  const encoded = await encodeInTurn(file, signal)
  if (!encoded) return fail('aborted')
  if (encoded.ok) return asItIs(encoded.blob)
  if (encoded.kind === 'heic') return fail('heic_unreadable')
  return fail(encoded.kind === 'other' ? 'not_a_picture' : 'malformed_image')
}
