import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutMarkers } from './list-markers.ts'
import { checkOneQuestion, splitQuestions } from './split-questions.ts'

const parts = (description: string, subject = '') =>
  splitQuestions({ subject, description })?.map((part) => part.description)

describe('R16: one question, one ticket', () => {
  it('R16: leaves a quotation whole, and no comma at the end of a part', () => {
    expect(parts('Не приходят смс покупателям после оплаты, «Слайдер» на главной не листается.')).toEqual([
      'Не приходят смс покупателям после оплаты',
      '«Слайдер» на главной не листается.',
    ])
  })

  it.each([
    ['Не приходят смс покупателям после оплаты. Второй вопрос: сколько стоит заказать баннер на главную?', 2],
    ['1. Не сохраняется фильтр по цене.\n2. Как подключить Новую Почту?\n3. Где взять акты за март?', 3],
    ['Не оновлюються залишки після обміну з 1С. Окремо: скільки коштує перехід на Premium?', 2],
    ['The discount is not applied in the cart. Also, how do I add a second language to the shop?', 2],
    ['Пропали отзывы в карточке товара. P.S. Пришлите счёт на год, пожалуйста.', 2],
    ['Промокод не применяется к доставке. Фото товаров не загружаются с телефона.', 2],
    ['Хотим фильтр по длине. Нужно, чтобы письмо о заказе уходило ещё и курьеру.', 2],
    ['Отчёт по продажам пустой. Кстати, курьерская доставка показывает ноль.', 2],
    ['Закройте вход менеджеру, его почта oleg@shop.example. Слайдер на главной не листается.', 2],
    ['Фильтр по бренду пустой. Где скачать акт за третий квартал?', 2],
    ['Просим: подключить домен; поправить шапку на телефоне; прислать счёт за год.', 3],
    ['как сделать слайдер помедленней и где скачать акт за октябрь', 2],
    ['1 как удалить категорию 2 где посмотреть остатки 3 почему не приходят смс', 3],
    ['добавила доставку на сайте её нет плюс письма о заказе не приходят', 2],
    ['Фильтр по цене пустой. Нам также хотелось бы писать статьи в блог.', 2],
  ])('R16: finds the questions in «%s»', (description, count) => {
    expect(parts(description)).toHaveLength(count)
  })

  it.each([
    'Почему не сохраняется цена? Это ошибка? Или я что-то делаю не так? Где посмотреть?',
    '1. Захожу в корзину.\n2. Ввожу промокод.\n3. Нажимаю «Оформить».\nСкидка пропадает.',
    'Фото варианта не меняется в карточке. Также оно не меняется в быстром просмотре.',
    'Нужен новый дизайн: главная, карточка и корзина. Сколько это стоит и какие сроки?',
    'Could you tell me where the tax rate is set? Is it per country?',
    'Чек не уходит покупателю. Оплата через ЮKassa проходит, касса показывает ошибку.',
    'Первое: открываю корзину. Второе: ввожу промокод. Третье: нажимаю «Применить», и скидки нет.',
    'Каталог на сайте пустой. В админке товары есть, цены стоят, фото загружены. Кэш чистила. Покупатели звонят.',
    'Программист правил шаблон корзины. Теперь доставка считается дважды. Человек пропал.',
    'Нужен новый дизайн корзины, а ещё мобильная версия. Сколько это стоит?',
    'где подключить юкассу и как вставить ключ',
    'Цена варианта не меняется в карточке. Какую переменную вставить в шаблон?',
  ])('R16: takes «%s» for one question', (description) => {
    expect(parts(description)).toBeUndefined()
  })

  it('R16: a subject that only begins the letter promises nothing of the rest', () => {
    expect(parts('как сделать слайдер помедленней и где скачать акт за октябрь', 'как сделать слайдер…')).toHaveLength(
      2,
    )
  })

  it('R16: a connector right behind another begins nothing of its own', () => {
    expect(parts('Не сохраняется фильтр по цене. И подскажите заодно, где взять акты за март?')).toHaveLength(2)
  })

  it('R16: gives each part its own text and department, and the steps and pictures to the one that they tell of', () => {
    const steps = ['Оформил заказ', 'Подождал смс покупателю']
    const screenshot = { attachments: ['a1'], links: [] }
    const description = 'Не приходят смс покупателям. Второй вопрос: сколько стоит заказать баннер на главную?'
    const split = splitQuestions({ subject: 'Смс', description, steps, screenshot, department: 'technical' })
    expect(split).toMatchObject([{ subject: 'Смс', steps, screenshot }, { department: 'sales' }])
    for (const field of ['steps', 'screenshot']) expect(split?.[1]).not.toHaveProperty(field)
    expect(split?.map((part) => part.description)).toEqual([
      'Не приходят смс покупателям.',
      'сколько стоит заказать баннер на главную?',
    ])
    expect(split?.[1]?.subject).toBe('сколько стоит заказать баннер на главную')
  })

  it('R16: steps that tell of the second question go with it', () => {
    const steps = ['Открыл фильтр по цене', 'Сохранил, фильтр пустой']
    const description = 'Сколько стоит баннер на главную? Второй вопрос: не сохраняется фильтр по цене в каталоге.'
    const split = splitQuestions({ subject: 'Два вопроса', description, steps })
    expect(split?.map((part) => part.steps)).toEqual([undefined, steps])
  })

  it('R16: a subject that is the text itself is not the subject of its first part', () => {
    const description = 'Не приходят смс покупателям. Второй вопрос: сколько стоит баннер на главную?'
    expect(splitQuestions({ subject: description, description })?.[0]?.subject).toBe('Не приходят смс покупателям')
  })

  it('R16: a part is called by the sentence that asks, not by its greeting', () => {
    const description = 'Здравствуйте! Не приходят смс покупателям. Второй вопрос. Сколько стоит баннер на главную?'
    expect(splitQuestions({ description })?.map(({ subject }) => subject)).toEqual([
      'Не приходят смс покупателям',
      'Сколько стоит баннер на главную',
    ])
  })

  it('R16, R24: only advises', () => {
    const description = 'Не приходят смс покупателям. Второй вопрос: сколько стоит заказать баннер на главную?'
    expect(checkOneQuestion({ description })).toEqual([
      { code: 'several_questions', severity: 'advice', path: 'description', params: { parts: 2 } },
    ])
  })

  it.each([
    [
      '1. Фильтр не находит товар.\n2. Как подключить Новую Почту?\n3. Где взять акты за март?',
      'Фильтр не находит товар.',
    ],
    ['1) Не сохраняется фильтр по цене 2) как подключить Новую Почту?', 'Не сохраняется фильтр по цене'],
    ['- Фильтр не находит товар.\n- Сколько стоит баннер на главную?', 'Фильтр не находит товар.'],
    ['а) Фильтр не находит товар.\nб) Сколько стоит баннер на главную?', 'Фильтр не находит товар.'],
    ['Первое: фильтр не находит товар.\nВторой вопрос: сколько стоит баннер на главную?', 'фильтр не находит товар.'],
    ['По-перше, фільтр не знаходить товар.\nПо-друге, скільки коштує банер?', 'фільтр не знаходить товар.'],
    ['First: the filter finds nothing.\nAnother question - how much is a banner?', 'the filter finds nothing.'],
  ])('R16: leaves no marker of the list at the borders of the parts of «%s»', (description, first) => {
    const split = parts(description) ?? []
    expect(split[0]).toBe(first)
    expect(split.length).toBeGreaterThan(1)
    for (const part of split) expect(part).toMatch(/^\p{L}{2}[^]*[\p{L}.?]$/u)
  })

  it.each(['Осталось 2.', 'Вышла версия 1.2', '2', 'Первое, что я сделал: обновил страницу'])(
    'R16: takes nothing of «%s» for a marker',
    (part) => {
      expect(withoutMarkers(part)).toBe(part)
    },
  )

  it('R16: loses no word of any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('и', 'также', 'как', 'цена', '1.', '2.', '- ', '?', '.', '\n', 'не', 'смс')),
        (words) => {
          const description = words.join(' ')
          const split = parts(description) ?? [description]
          expect(split.join(' ').match(/\p{L}+/gu)).toEqual(description.match(/\p{L}+/gu))
        },
      ),
    )
  })
})
