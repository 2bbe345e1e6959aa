// Links that an owner may give as a screenshot (R15). They are never fetched by us; staff may click on them, so what
// could lead a browser inside somebody's network is refused. No URL parser is at hand in pure code, and none is wanted:
// a link that is not plainly spelled is not plainly safe.

/** A link taken apart: the host in lower case without the root dot, the path as written. */
export type Link = { host: string; path: string }

// Userinfo, ports aside, has no place here; browsers read `\` as `/` and drop tabs and newlines, so neither passes.
const grammar = /^https:\/\/([^/?#@:\\]+)(?::\d{1,5})?(\/[^?#]*)?(?:[?#].*)?$/iu
const unprintable = /[\s\p{C}\\]/u
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u

/** Names that lead nowhere public: RFC 6761, RFC 6762, RFC 8375, and what routers and offices use. */
const privateEndings =
  /^(?:local|localhost|localdomain|internal|intranet|private|corp|home|lan|arpa|test|invalid|onion)$/

/** A last label that browsers take for a number makes the whole host an IPv4 address: 127.1, 0x7f.1, 017700000001. */
const numeric = /^(?:\d+|0x[\da-f]*)$/

function publicHost(written: string): string | undefined {
  // IDNA maps full-width digits and dots to the plain ones, so a browser would too.
  const host = written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[。．｡]/g, '.')
    .replace(/\.$/, '')
  const labels = host.split('.')
  const last = labels.at(-1) ?? ''
  if (labels.length < 2 || host.length > 253 || !labels.every((part) => label.test(part))) return undefined
  return numeric.test(last) || privateEndings.test(last) ? undefined : host
}

/** The link's parts; undefined unless it is https to a public name without user info. */
export function parseLink(written: string): Link | undefined {
  const link = written.trim()
  if (link.length > 2_000 || unprintable.test(link)) return undefined
  const [, written_, path = '/'] = grammar.exec(link) ?? []
  const host = written_ && publicHost(written_)
  return host ? { host, path } : undefined
}
