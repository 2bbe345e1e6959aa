// Words that a desk's own owners teach it, once a person has said that they hold.
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { LexiconProposal } from '@bilet/shared/staff-replies'
import type { Lexicon } from '../src/search/lexicon/lexicon.ts'
import { ownerId } from '../src/tickets/requester.ts'
import { createDesk } from './support/desk.ts'
import type { Desk } from './support/desk.ts'
import { createTestApp, owner } from './support/test-app.ts'
import type { TestApp } from './support/test-app.ts'

let test: TestApp
let desk: Desk

const anna = owner
const boris = { ...owner, userId: 'u2' }

beforeEach(async () => {
  test = await createTestApp()
  desk = createDesk(test)
  await desk.write('feed', 'Файл для площадки собирается каждую ночь.', 'Выгрузка товаров на площадки')
  await desk.write('domain', 'Впишите домен в настройках магазина.', 'Подключить домен')
})
afterEach(() => test.close())

/** The owner asks, reads the article and says what came of it. */
async function ends(
  question: string,
  who: typeof owner | 'guest',
  articleId = 'feed',
  how: 'solved' | 'not_helpful' = 'solved',
) {
  const { queryId } = await desk.ask(question, who)
  await desk.tell(how, articleId, queryId, who)
}

const proposals = async () =>
  (await desk.asStaff<{ items: LexiconProposal[] }>('GET', '/lexicon/proposals')).items.map(({ id, ...one }) => ({
    id,
    ...one,
  }))

async function askedBySome() {
  await ends('зюзюка не обновилась', anna)
  await ends('где моя зюзюка', boris)
  await ends('когда придёт зюзюка', anna)
}

it('proposes a word that some owners say and the article does not, with their questions', async () => {
  await askedBySome()
  expect(await proposals()).toEqual([
    expect.objectContaining({
      from: 'зюзюка',
      to: 'площадки',
      articleId: 'feed',
      solved: 3,
      linked: 0,
      people: 2,
    }),
  ])
  expect((await proposals())[0]?.examples).toContain('где моя зюзюка')
})

it('counts what staff answered with, once the ticket is resolved', async () => {
  await ends('зюзюка не обновилась', anna)
  await ends('где моя зюзюка', boris)
  const { id } = await desk.submit({
    subject: 'Зюзюка пропала',
    description: 'Со вчерашнего вечера ничего нет, смотрел трижды.',
  })
  await desk.answer(id, 'feed')
  expect(await proposals()).toEqual([])
  await desk.decide(id, { kind: 'resolve' })
  await test.deps.learning.flush()
  expect(await proposals()).toMatchObject([{ from: 'зюзюка', solved: 2, linked: 1 }])
})

it('accepted, it is one of the desk’s words and finds the article at once', async () => {
  expect((await desk.ask('зюзюка', boris)).suggestions).toEqual([])
  await askedBySome()
  const [proposal] = await proposals()
  const accept = () => desk.asStaff<Lexicon>('POST', `/lexicon/proposals/${proposal?.id}/accept`)
  const words = { same: [['площадки', 'зюзюка']] }
  expect(await accept()).toMatchObject(words)
  expect(await accept()).toMatchObject(words)
  expect((await desk.ask('зюзюка', boris)).suggestions).toMatchObject([{ articleId: 'feed' }])
  expect(await proposals()).toEqual([])
})

it('dismissed, it does not come again', async () => {
  await askedBySome()
  const [proposal] = await proposals()
  await desk.asStaff('POST', `/lexicon/proposals/${proposal?.id}/dismiss`)
  expect(await proposals()).toEqual([])
  await ends('зюзюка опять', boris)
  expect(await proposals()).toEqual([])
})

it.each([
  ['accept', ['домен: хрюндель', 'площадки: зюзюка']],
  ['dismiss', []],
])('of two that are decided on at the same moment (%s), neither is lost', async (how, words) => {
  await askedBySome()
  for (const [at, who] of [anna, boris, anna].entries()) await ends(`хрюндель ${'абв'[at]}`, who, 'domain')
  const found = await proposals()
  expect(found).toHaveLength(2)
  await Promise.all(found.map(({ id }) => desk.asStaff('POST', `/lexicon/proposals/${id}/${how}`)))
  const { same } = await desk.asStaff<Lexicon>('GET', '/lexicon')
  expect(new Set(same.map(([to, from]) => `${to}: ${from}`))).toEqual(new Set(words))
  expect(await proposals()).toEqual([])
})

it.each([
  ['one owner alone', () => Promise.all(['а', 'б', 'в', 'г'].map((more) => ends(`зюзюка ${more}`, anna)))],
  ['guests, who may be anyone', () => Promise.all(['а', 'б', 'в', 'г'].map((more) => ends(`зюзюка ${more}`, 'guest')))],
  [
    'a word that the article says',
    () => Promise.all([anna, boris, anna].map((who, at) => ends(`выгрузка ${at}`, who))),
  ],
  [
    'a word that ends in other articles as often',
    async () => {
      await askedBySome()
      for (const who of [anna, boris]) await ends('зюзюка и ещё что-то', who, 'domain')
    },
  ],
  [
    'a word whose askers mostly were not helped',
    async () => {
      await askedBySome()
      for (const who of [anna, boris]) await ends('зюзюка та же', who, 'feed', 'not_helpful')
    },
  ],
])('proposes nothing of %s', async (_, happens) => {
  await happens()
  expect((await proposals()).filter(({ from, articleId }) => from.includes('зюзюк') || articleId === 'feed')).toEqual(
    [],
  )
})

it('forgets it with the owners who taught it', async () => {
  await askedBySome()
  const [proposal] = await proposals()
  await desk.asStaff('DELETE', `/requesters/${ownerId(boris)}`)
  expect(await proposals()).toEqual([])
  await expect(desk.asStaff('POST', `/lexicon/proposals/${proposal?.id}/accept`)).rejects.toThrow('404')
})
