import { create, insertMultiple, search } from '@orama/orama'
import { stemmer } from '@orama/stemmers/russian'
import { stopwords } from '@orama/stopwords/russian'
import type { Engine } from '../engine.ts'

export const orama: Engine = {
  name: 'Orama, Russian',
  async build(documents) {
    const database = create({
      schema: { id: 'string', title: 'string', headings: 'string', body: 'string' } as const,
      components: { tokenizer: { language: 'russian', stemming: true, stemmer, stopWords: stopwords } },
    })
    const rows = documents.map(({ id, title, headings, body }) => ({ id, title, headings: headings.join('\n'), body }))
    await insertMultiple(database, rows)
    return (term, limit) => {
      const found = search(database, { term, limit, boost: { title: 4, headings: 2 } })
      return found instanceof Promise ? [] : found.hits.map(({ document, score }) => ({ id: document.id, score }))
    }
  },
}
