// SHA-256 at once: what the platforms share (WebCrypto) answers in a later turn, which costs a submission more than the hash.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Node's own takes a fifth of the portable one's time. Asked for at run time, for the edge has none. */
const native = globalThis.process?.getBuiltinModule?.('node:crypto')

/** Of a text in UTF-8, in lower-case hex. */
export const sha256Hex = (text: string): string =>
  native ? native.hash('sha256', text) : bytesToHex(sha256(utf8ToBytes(text)))
