import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Addresses and ids are kept as digests alone, wherever they are counted over processes. */
export const keyDigest = (key: string) => bytesToHex(sha256(utf8ToBytes(key)).subarray(0, 16))
