// Ids of questions, signed: what is told of a question counts only where it was asked, by whom it was asked. Without that
// anybody could have an article solve what nobody wanted to know.
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Caller } from '@bilet/shared/caller'
import { ownerId } from '../tickets/requester.ts'

export type QueryIds = {
  give(caller: Caller): string
  isOf(queryId: string, caller: Caller): boolean
}

const bytesOfSeal = 12
const idLength = 22

const toText = (bytes: Uint8Array) =>
  btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')

/** `secret` is the same in every process of the desk; `newId` gives 22 letters of base64url. */
export function createQueryIds({ secret, newId }: { secret: Uint8Array; newId: () => string }): QueryIds {
  const sealOf = (id: string, caller: Caller) => {
    const who = caller.kind === 'owner' ? ownerId(caller) : 'guest'
    return toText(hmac(sha256, secret, utf8ToBytes(`${id} ${who}`)).subarray(0, bytesOfSeal))
  }
  return {
    give(caller) {
      const id = newId()
      return id + sealOf(id, caller)
    },
    isOf(queryId, caller) {
      const id = queryId.slice(0, idLength)
      return queryId.slice(idLength) === sealOf(id, caller)
    },
  }
}

/** The secret of a desk: made of the keys that all its processes have; without any, of this process alone. */
export function secretOf(keys: ReadonlyMap<string, Uint8Array>): Uint8Array {
  if (keys.size === 0) return crypto.getRandomValues(new Uint8Array(32))
  const inOrder = [...keys].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key)
  return sha256(concatBytes(utf8ToBytes('ids of questions'), ...inOrder))
}
