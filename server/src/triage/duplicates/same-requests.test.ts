import { describe, expect, it } from 'vitest'
import { sameRequests } from './same-requests.ts'

const ticket = (description: string, subject = '') => ({ draft: { subject, description } })
const others = [...Array(49).keys()].map((at) =>
  ticket(`Заказ ${6000 + at} не решили: нет оплаты. ${'Проверили и магазин, и письма. '.repeat(20)}`),
)

describe('R17: which of many open tickets a draft comes back to', () => {
  it.each([0, 24, 49])('R17: finds the one that it names among fifty alike, at place %i', (place) => {
    const mine = ticket('Заказ 4471 не меняет статус, в списке он новый')
    const open = others.toSpliced(place, 0, mine)
    expect(sameRequests({ description: 'Так и не решили с 4471?' }, open)[0]).toBe(mine)
  })

  it('R17: finds the same trouble in other words, likest first', () => {
    const near = ticket('Письма о заказе так и не приходят менеджеру')
    const nearest = ticket('Не приходят письма о заказах на почту менеджера')
    const open = [near, ...others, nearest]
    const found = sameRequests({ description: 'Письма о заказах не приходят на почту менеджера до сих пор' }, open)
    expect(found.slice(0, 2)).toEqual([nearest, near])
  })

  it.each(['', '?!..', '🙂', 'Здравствуйте'])('R17: says nothing of «%s», which says nothing', (description) => {
    expect(sameRequests({ description }, others)).toEqual([])
  })

  it('R17: says nothing of a new question', () => {
    expect(sameRequests({ description: 'Как поменять логотип в шапке?' }, others)).toEqual([])
  })
})
