const longest = 200

/** A part of a path that names what was open rather than where: a number, a digest, an address. */
const isPlace = (part: string) => !/\d{2,}|@|^\d+$|.{40}/.test(part)

/**
 * The page of the admin panel that an address leads to, whatever was open on it: one for the editing of all orders. Of
 * routes behind `#` too. Null for what is no address of a page.
 */
export function pagePath(url = ''): string | null {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return null
  const { pathname, hash } = new URL(url)
  const route = /^#!?(\/[^?]*)/.exec(hash)?.[1] ?? ''
  const parts = `${pathname}${route}`.split('/').filter(Boolean)
  return `/${parts.map((part) => (isPlace(part) ? part : '*')).join('/')}`.slice(0, longest)
}
