import { stemmer } from '@orama/stemmers/russian'
import MiniSearch from 'minisearch'
import type { Engine } from '../engine.ts'

const FIELDS = ['title', 'headings', 'body']

export const miniSearchAsItComes: Engine = {
  name: 'MiniSearch as it comes',
  async build(documents) {
    const engine = new MiniSearch({ fields: FIELDS })
    engine.addAll(documents.map((document) => ({ ...document, headings: document.headings.join('\n') })))
    return (text, limit) =>
      engine
        .search(text)
        .slice(0, limit)
        .map(({ id, score }) => ({ id: String(id), score }))
  },
}

/** Snowball, prefix, fuzzy and field boosts: the best that its own settings give. */
export const miniSearchTuned: Engine = {
  name: 'MiniSearch + Snowball, prefix, fuzzy, boosts',
  async build(documents) {
    const engine = new MiniSearch({
      fields: FIELDS,
      processTerm: (term) => stemmer(term.toLowerCase().replaceAll('ё', 'е')),
      searchOptions: { prefix: (term) => term.length > 3, fuzzy: 0.2, boost: { title: 4, headings: 2 } },
    })
    engine.addAll(documents.map((document) => ({ ...document, headings: document.headings.join('\n') })))
    return (text, limit) =>
      engine
        .search(text)
        .slice(0, limit)
        .map(({ id, score }) => ({ id: String(id), score }))
  },
}
