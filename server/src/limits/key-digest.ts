import { sha256Hex } from '../util/sha256.ts'

/** Addresses and ids are kept as digests alone, wherever they are counted over processes. */
export const keyDigest = (key: string) => sha256Hex(key).slice(0, 32)
