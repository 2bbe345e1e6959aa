import type { Result, Router } from 'hono/router'
import { TrieRouter } from 'hono/router/trie-router'

/**
 * The library's router, which looks for the handlers of a path without parameters once: what such a path meets is always the
 * same, and looking makes an object for each step on the way.
 */
export class KnownPaths<Handler> implements Router<Handler> {
  name = 'KnownPaths'
  readonly #router = new TrieRouter<Handler>()
  /** By method and path, of those that were added and nothing else: what anybody asks for takes no room. */
  readonly #known = new Map<string, Result<Handler> | undefined>()

  add(method: string, path: string, handler: Handler): void {
    if (!/[:*]/.test(path)) this.#known.set(`${method} ${path}`, undefined)
    this.#router.add(method, path, handler)
  }

  match(method: string, path: string): Result<Handler> {
    const name = `${method} ${path}`
    const known = this.#known.get(name)
    if (known) return known
    const found = this.#router.match(method, path)
    if (this.#known.has(name)) this.#known.set(name, found)
    return found
  }
}
