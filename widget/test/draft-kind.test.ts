import { expect, test } from 'vitest'
import { blankDraft } from '../src/panel/models/draft-fields.ts'
import { guessKind, kindOf } from '../src/panel/models/draft-kind.ts'

test.each([
  ['trouble', 'Не сохраняется цена товара'],
  ['trouble', 'не приходят письма'],
  ['trouble', 'Пропал баннер с главной'],
  ['trouble', 'Пропадают позиции из корзины'],
  ['trouble', 'Перестала работать оплата'],
  ['trouble', 'Импорт завис'],
  ['trouble', 'Не удаётся войти в магазин'],
  ['trouble', 'Как быть: не открывается раздел «Заказы»?'],
  ['trouble', 'Не надходять листи про замовлення'],
  ['trouble', 'Сайт завіс після оновлення'],
  ['trouble', 'Перестав працювати імпорт'],
  ['trouble', 'Збій під час оплати'],
  ['trouble', 'The cart doesn’t open'],
  ['trouble', "Prices won't save"],
  ['trouble', 'The import is broken'],
  ['question', 'как подключить свой домен'],
  ['question', 'Какая комиссия у оплаты картой'],
  ['question', 'Подскажите, где скачать акты'],
  ['question', 'Сколько стоит баннер на главной странице?'],
  ['question', 'Можно ли сменить тариф'],
  ['question', 'Як підключити домен'],
  ['question', 'Яка ціна тарифу'],
  ['question', 'Підкажіть, де завантажити акти'],
  ['question', 'Чи можна змінити тариф'],
  ['question', 'How do I connect a domain'],
  ['question', 'Can I change the plan'],
  ['order', 'Хочу баннер на главную'],
  ['order', 'Нужен новый дизайн'],
  ['order', 'Купить тариф Premium'],
  ['order', 'Купити тариф Premium'],
  ['order', 'Потрібен банер на головну'],
  ['order', 'I want to buy a theme'],
  ['trouble', 'Цена товара'],
] as const)('%s: %s', (kind, words) => {
  expect(guessKind(words)).toBe(kind)
})

test('what the owner says it is stands, until the words tell of an order', () => {
  const draft = (kind: 'question' | 'trouble', subject: string) => kindOf({ ...blankDraft, kind, subject })
  expect(draft('trouble', 'как подключить домен')).toBe('trouble')
  expect(draft('question', 'Не сохраняется цена')).toBe('question')
  expect(draft('question', 'Хочу баннер на главную')).toBe('order')
})
