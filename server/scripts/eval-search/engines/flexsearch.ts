import { Index } from 'flexsearch'
import type { Engine } from '../engine.ts'

/** Gives no scores: places stand for them. */
export const flexSearch: Engine = {
  name: 'FlexSearch, forward',
  async build(documents) {
    const engine = new Index({ tokenize: 'forward' })
    documents.forEach(({ title, headings, body }, at) => engine.add(at, [title, ...headings, body].join('\n')))
    return (text, limit) => {
      const found = engine.search(text, { limit, suggest: true })
      return found.map((at, place) => ({ id: documents[Number(at)]?.id ?? '', score: 1 / (place + 1) }))
    }
  },
}
