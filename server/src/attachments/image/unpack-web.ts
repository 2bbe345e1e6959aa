import { unpack } from '../../util/unpack.ts'
import type { Bytes } from './bytes.ts'

/** By the web's own streams, as the edge has them. By their standard what follows the end of a stream is an error. */
export const unpackOnWeb = (packed: readonly Bytes[]): AsyncIterable<Uint8Array> => unpack(packed, 'deflate')
