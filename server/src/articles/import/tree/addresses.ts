import { ArticleId } from '@bilet/shared/ticket'

export type LinkTarget = { href: string } | { articleId: string; anchor?: string }

/** Where links and images of one document lead. Undefined: nowhere safe or known, only the words are kept. `image` may
 * give a path of the desk's own API, for pictures that it keeps. */
export type Addresses = {
  link: (href: string) => LinkTarget | undefined
  image: (src: string) => string | undefined
}

/** The host of documents in a folder that was not told where it is published. Nothing can be fetched from it. */
export const nowhere = 'http://folder.invalid/'

/**
 * Addresses relative to `base`. `articleAt` knows which addresses are articles of the same import: links to them stay
 * inside; the rest leads out by http, https, mailto or tel.
 */
export function createAddresses(
  base: string,
  articleAt: (address: URL, href: string) => string | undefined,
): Addresses {
  return {
    link(href) {
      const address = parse(href, base)
      if (!address || !/^(?:https?|mailto|tel):$/u.test(address.protocol)) return undefined
      const articleId = articleAt(address, href)
      if (articleId !== undefined) return { articleId, ...anchorOf(address) }
      return isNowhere(address) ? undefined : { href: address.href }
    },
    image(src) {
      const address = parse(src, base)
      return address && /^https?:$/u.test(address.protocol) && !isNowhere(address) ? address.href : undefined
    },
  }
}

/** An article's id from a path: decoded, without slashes around it and without the ending of its file. */
export function toArticleId(path: string): string | undefined {
  const id = decode(path)
    .replaceAll(/^\/+|\/+$/gu, '')
    .replace(/\.(?:mdx?|markdown|html?|adoc|asciidoc)$/iu, '')
  return ArticleId.safeParse(id).success ? id : undefined
}

/** Percent-decoded where that is possible, as it is otherwise. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const isNowhere = (address: URL) => address.origin === new URL(nowhere).origin

function parse(href: string, base: string): URL | undefined {
  return URL.canParse(href, base) ? new URL(href, base) : undefined
}

function anchorOf({ hash }: URL): { anchor?: string } {
  const anchor = decode(hash.slice(1)).slice(0, 200)
  return anchor ? { anchor } : {}
}
