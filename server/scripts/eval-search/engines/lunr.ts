import { createRequire } from 'node:module'
import lunr from 'lunr'
import type { Engine } from '../engine.ts'

const require = createRequire(import.meta.url)
const addRussian = (): void => {
  for (const plugin of ['lunr-languages/lunr.stemmer.support', 'lunr-languages/lunr.ru']) {
    const install: unknown = require(plugin)
    if (typeof install === 'function') install(lunr)
  }
}

const isPlugged = (engine: object): engine is { ru: lunr.Builder.Plugin } =>
  'ru' in engine && typeof engine.ru === 'function'

export const lunrRussian: Engine = {
  name: 'lunr, Russian, edit distance 1',
  async build(documents) {
    addRussian()
    const index = lunr(function configure(this: lunr.Builder) {
      if (isPlugged(lunr)) this.use(lunr.ru)
      this.field('title', { boost: 4 })
      this.field('headings', { boost: 2 })
      this.field('body')
      for (const { id, title, headings, body } of documents)
        this.add({ id, title, headings: headings.join('\n'), body })
    })
    return (text, limit) =>
      index
        .query((query) => {
          for (const token of lunr.tokenizer(text)) query.term(token.toString(), { editDistance: 1 })
        })
        .slice(0, limit)
        .map(({ ref, score }) => ({ id: ref, score }))
  },
}
