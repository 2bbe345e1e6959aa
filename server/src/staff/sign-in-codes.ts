// Codes of links that let somebody in once: what is left in a terminal, a history or a chat opens nothing any more. They
// live in the memory of the process that printed them.
import { newId } from '../util/random-id.ts'

export type SignInCodes = {
  /** A code for whoever is to have this token. */
  give(token: string): string
  /** The token, once; null for a code that was never given, or was used. */
  take(code: string): string | null
}

export function createSignInCodes(): SignInCodes {
  const tokens = new Map<string, string>()
  return {
    give(token) {
      const code = newId()
      tokens.set(code, token)
      return code
    },
    take(code) {
      const token = tokens.get(code) ?? null
      tokens.delete(code)
      return token
    },
  }
}
