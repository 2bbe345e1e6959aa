// The address of the page as staff may see it: where the owner was, and nothing that opens a door.

/** Parameters that name a place. Any other may hold whatever the page put there. */
const harmless = new Set(
  'id page p tab section sort order orderby dir view lang locale step module mod action act route mode type status category cat product item limit offset per_page from to date'.split(
    ' ',
  ),
)

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Signed, random or somebody's own: a token, a digest, an address. */
const isSecret = (text: string) =>
  /[^\s@]@[^\s@]/.test(text) ||
  /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text) ||
  (!uuid.test(text) && /^[\da-f]{16,}$/i.test(text)) ||
  (!uuid.test(text) && text.length >= 20 && /\d/.test(text) && /\p{L}/u.test(text) && /^[\w.~+/=-]+$/.test(text))

const decode = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const cleanPath = (path: string) =>
  path
    .split('/')
    .map((part) => (isSecret(decode(part)) ? '…' : part))
    .join('/')

/**
 * Path, parameters that name a place, and the route that some panels keep behind `#`; without user info, tokens, addresses
 * of people and long random strings. Empty for what is not http(s).
 */
export function cleanAddress(href: string): string {
  if (!/^https?:/i.test(href) || !URL.canParse(href)) return ''
  const { origin, pathname, searchParams, hash } = new URL(href)
  const kept = [...searchParams].filter(
    ([name, value]) => harmless.has(name.toLowerCase()) && /^[\p{L}\p{N}_.,:-]{1,40}$/u.test(value) && !isSecret(value),
  )
  const query = kept.length > 0 ? `?${new URLSearchParams(kept).toString()}` : ''
  const [route = ''] = /^#!?\/[^?&=]*$/.exec(hash.split('?')[0] ?? '') ?? []
  return `${origin}${cleanPath(pathname)}${query}${cleanPath(route)}`.slice(0, 2000)
}
