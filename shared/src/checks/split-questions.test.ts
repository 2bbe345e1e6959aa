import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkOneQuestion, splitQuestions } from './split-questions.ts'

const parts = (description: string, subject = '') =>
  splitQuestions({ subject, description })?.map((part) => part.description)

describe('R16: one question, one ticket', () => {
  it.each([
    ['Не приходят смс покупателям после оплаты. Второй вопрос: сколько стоит заказать баннер на главную?', 2],
    ['1. Не сохраняется фильтр по цене.\n2. Как подключить Новую Почту?\n3. Где взять акты за март?', 3],
    ['Не оновлюються залишки після обміну з 1С. Окремо: скільки коштує перехід на Premium?', 2],
    ['The discount is not applied in the cart. Also, how do I add a second language to the shop?', 2],
    ['Пропали отзывы в карточке товара. P.S. Пришлите счёт на год, пожалуйста.', 2],
  ])('R16: finds the questions in «%s»', (description, count) => {
    expect(parts(description)).toHaveLength(count)
  })

  it.each([
    'Почему не сохраняется цена? Это ошибка? Или я что-то делаю не так? Где посмотреть?',
    '1. Захожу в корзину.\n2. Ввожу промокод.\n3. Нажимаю «Оформить».\nСкидка пропадает.',
    'Фото варианта не меняется в карточке. Также оно не меняется в быстром просмотре.',
    'Нужен новый дизайн: главная, карточка и корзина. Сколько это стоит и какие сроки?',
    'Could you tell me where the tax rate is set? Is it per country?',
  ])('R16: takes «%s» for one question', (description) => {
    expect(parts(description)).toBeUndefined()
  })

  it('R16: carries text, steps and pictures over to every part', () => {
    const steps = ['Открыл отчёт', 'Нажал «Выгрузить»']
    const screenshot = { attachments: ['a1'], links: [] }
    const description = 'Не приходят смс покупателям. Второй вопрос: сколько стоит заказать баннер на главную?'
    const split = splitQuestions({ subject: 'Смс', description, steps, screenshot, department: 'technical' })
    expect(split).toMatchObject([
      { subject: 'Смс', steps, screenshot },
      { steps, screenshot },
    ])
    expect(split?.map((part) => part.description).join(' ')).toBe(description)
    expect(split?.[1]?.subject).toMatch(/^Второй вопрос/)
  })

  it('R16, R24: only advises', () => {
    const description = 'Не приходят смс покупателям. Второй вопрос: сколько стоит заказать баннер на главную?'
    expect(checkOneQuestion({ description })).toEqual([
      { code: 'several_questions', severity: 'advice', path: 'description', params: { parts: 2 } },
    ])
  })

  it('R16: loses no word of any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('и', 'также', 'как', 'цена', '1.', '2.', '?', '.', '\n', 'не', 'смс')),
        (words) => {
          const description = words.join(' ')
          const split = parts(description) ?? [description]
          expect(split.join(' ').replaceAll(/\s+/g, '')).toBe(description.replaceAll(/\s+/g, ''))
        },
      ),
    )
  })
})
