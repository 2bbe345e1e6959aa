// A library as large as a large shop's: the demo's articles again and again, each time with words of their own.
import type { ArticleLibrary } from '../../src/articles/library.ts'

/** Adds articles like those that are there until there are `count`. */
export async function enlarge(library: ArticleLibrary, count: number): Promise<void> {
  const known = await library.list()
  const first = await Promise.all(known.map(({ id }) => library.get(id)))
  for (let at = known.length; at < count; at++) {
    const [article, entry] = [first[at % known.length], known[at % known.length]]
    if (!article || !entry) return
    const text = `Раздел${at.toString(36)} о том, как устроен модуль${(at * 7).toString(36)}`
    const blocks = [...article.blocks, { type: 'paragraph' as const, children: [{ type: 'text' as const, text }] }]
    await library.put({ ...article, id: `${article.id}-${at}`, title: `${article.title} ${at}`, blocks }, entry.origin)
  }
}
