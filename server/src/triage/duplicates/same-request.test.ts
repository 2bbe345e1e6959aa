import { describe, expect, it } from 'vitest'
import { duplicateFigures, judge } from '../eval/duplicates.ts'
import { readPairs } from '../train/pairs.ts'
import { readRequest } from './read-request.ts'
import { sameFrom, sameRequest } from './same-request.ts'

const ticket = (description: string, subject = '') => ({ subject, description })

describe('R17: the same request again', () => {
  it.each([
    ['Не приходят письма о заказах на почту менеджера', 'Письма о заказе не приходят на почту менеджеру!!!'],
    ['Не зберігається ціна товару в адмінці', 'ціна товарів не зберігається в адмінці, допоможіть'],
    ['Import skips every row with a comma', 'The import still skips rows with commas'],
    ['Заказ 4471 не меняет статус', 'Так и не решили с 4471?'],
    ['Промокод LETO26 не применяется', 'Дополняю: LETO26 не работает и с телефона'],
  ])('R17: «%s» is «%s»', (first, again) => {
    expect(sameRequest(readRequest(ticket(again)), readRequest(ticket(first)))).toBeGreaterThanOrEqual(sameFrom)
  })

  it.each([
    ['Не приходят письма о заказах', 'Не приходят смс покупателям при оплате картой'],
    ['Как поменять логотип в шапке?', 'Как настроить доставку Новой Почтой?'],
    ['Заказ 4471 не меняет статус', 'Заказ 4502 не меняет статус'],
    ['Промокод LETO26 не применяется', 'Как сделать, чтобы LETO26 не складывался с другими скидками?'],
  ])('R17: «%s» is not «%s»', (first, other) => {
    expect(sameRequest(readRequest(ticket(other)), readRequest(ticket(first)))).toBeLessThan(sameFrom)
  })

  it('R17: a new question with an old subject is none, a follow-up with a new subject is one: 9 in 10', () => {
    const { precision, recall, accuracy } = duplicateFigures(judge(readPairs().filter(({ of }) => of === 'own')))
    expect(precision).toBeGreaterThanOrEqual(0.9)
    expect(recall).toBeGreaterThanOrEqual(0.88)
    expect(accuracy).toBeGreaterThanOrEqual(0.9)
  })
})
