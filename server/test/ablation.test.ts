import { expect, it } from 'vitest'
import { ablationTable } from '../scripts/eval-search/ablate.ts'
import { productNotions } from '../src/search/lexicon/product.ts'
import { sampleArticles } from '../src/search/test-sample.ts'

it('tells what is lost without each part of the search and of the lexicon', () => {
  const queries = [
    { q: 'where is the weight of a parcel', relevant: ['shipping'], kind: 'plain' },
    { q: 'картинка в шапке', relevant: ['logo'], kind: 'plain' },
    { q: 'сколько платит курьер налогов', relevant: [], kind: 'plain' },
  ]
  const table = ablationTable([{ documents: sampleArticles, queries }], productNotions)
  expect(table).toMatch(/other languages/u)
  expect(table).toMatch(/signs in the lexicon/u)
})
