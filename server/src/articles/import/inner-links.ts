// Links from one article to a place in another: known to lead somewhere only once both were read.
import type { Article, Inline } from '@bilet/shared/article'
import { inlineText } from '../article-text.ts'
import type { Finding } from './source.ts'
import { relink } from './tree/relink.ts'

type Link = { anchor: string; target: string; words: string }
type Noted = Finding & { kind: 'noted' }

/** The names of places, by article, each with the heading or footnote that it leads to. */
type Names = ReadonlyMap<string, string>

/** Keeps what of each article links need; the articles themselves may be gone. */
export function createInnerLinks() {
  const names = new Map<string, Names>()
  const sources: { id: string; where: string; links: Link[] }[] = []

  const placeOf = ({ target, anchor }: Link): string | undefined => {
    const known = names.get(target)
    return known ? (known.get(anchor) ?? known.get(anchor.toLowerCase())) : anchor
  }

  return {
    add({ article, where, names: own }: Finding & { kind: 'article' }) {
      if (own) names.set(article.id, new Map(detached([...own])))
      const links = detached(linksIn(article))
      if (links.length > 0) sources.push({ id: article.id, where, links })
    },

    /** Links to places that no article of this import has. Those of articles that were not read again are believed. */
    dead: (): Noted[] =>
      sources.flatMap(({ where, links }): Noted[] => {
        const troubles = links
          .filter((link) => placeOf(link) === undefined)
          .map(
            ({ target, anchor, words }) => ({ kind: 'dead link', what: `${target}#${anchor}`, sample: words }) as const,
          )
        return troubles.length > 0 ? [{ kind: 'noted', where, troubles }] : []
      }),

    /** Articles with a link by another name than the one that the place is known by. */
    toMend: (): string[] =>
      sources
        .filter(({ links }) => links.some((link) => (placeOf(link) ?? link.anchor) !== link.anchor))
        .map(({ id }) => id),

    mended: (article: Article): Article => ({
      ...article,
      blocks: relink(article.blocks, (link) => {
        if (link.anchor === undefined || link.articleId === article.id) return link
        const place = placeOf({ target: link.articleId, anchor: link.anchor, words: '' })
        return place === undefined ? link : { ...link, anchor: place }
      }),
    }),
  }
}

/** Words cut out of a document keep all of it in memory for as long as they live: these are copies. */
const detached = <T>(words: T[]): T[] => JSON.parse(JSON.stringify(words))

function linksIn({ id, blocks }: Pick<Article, 'id' | 'blocks'>): Link[] {
  const links: Link[] = []
  const note = (link: Extract<Inline, { articleId: string }>): Inline => {
    if (link.anchor !== undefined && link.articleId !== id)
      links.push({ anchor: link.anchor, target: link.articleId, words: inlineText(link.children) })
    return link
  }
  relink(blocks, note)
  return links
}
