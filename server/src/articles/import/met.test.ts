// The smallest pages that real generators take, as owners met them: one folder of all flavours, which tells none.
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Article, Block } from '@bilet/shared/article'
import { articleText, inlineText } from '../article-text.ts'
import { emptyLibrary, importTo } from './test-import.ts'

const folder = fileURLToPath(new URL('./test-trees/met', import.meta.url))

const outline = (block: Block): string => {
  if (block.type === 'quote') return ['note', block.tone, inlineText(block.title ?? [])].filter(Boolean).join(' ')
  if (block.type === 'details') return `folded ${inlineText(block.title)}`
  return block.type === 'tabs' ? `tabs ${block.tabs.map(({ title }) => inlineText(title)).join(', ')}` : block.type
}
const seen = ({ title, blocks }: Article) => [title, blocks.map(outline), articleText(blocks).body.split('\n')]

/** By article: its title, what it is made of, its words line by line. */
const expected = {
  docusaurus: [
    'Приём оплаты',
    ['paragraph', 'note note Важно знать', 'note caution', 'tabs Карта, СБП', 'paragraph'],
    [
      'Подключите приём карт в настройках магазина.',
      'Важно знать',
      'Деньги приходят на третий день.',
      'Не удаляйте способ оплаты, пока есть неоплаченные заказы.',
      'Карта',
      'Откройте Настройки → Оплата и включите карту.',
      'СБП',
      'Включите СБП и загрузите договор.',
      'Дальше: возврат и доставка.',
    ],
  ],
  dostavka: ['Доставка', ['paragraph'], ['Курьер и пункты выдачи.']],
  export: ['Экспорт', ['paragraph'], ['В файл.']],
  fastapi: ['Отчёты', ['note tip Подсказка'], ['Подсказка', 'Отчёт за месяц строится минуту.']],
  footnote: ['Сноски', ['paragraph', 'heading', 'footnotes'], ['Скидка до 10 %[1].', 'Сноски', 'Кроме распродажи.']],
  gitbook: ['Рассылки', ['note note', 'tabs Список'], ['Письмо уйдёт ночью.', 'Список', 'Выберите получателей.']],
  hugo: [
    'Домен магазина',
    ['note note', 'paragraph', 'note warning'],
    [
      'Домен начнёт работать через сутки.',
      'Запись A ведёт на . Подробнее: сертификат.',
      'Не меняйте NS в день распродажи.',
    ],
  ],
  jekyll: [
    'Импорт товаров',
    ['note warning', 'paragraph', 'paragraph', 'code', 'paragraph'],
    [
      'Сохраните копию каталога',
      'Файл кладут сюда: /import.',
      'Переменная {{ product.name }} печатает имя.',
      '<b>{{ price }}</b>',
      'Читайте экспорт и файл.',
    ],
  ],
  mkdocs: [
    'Остатки товара',
    ['note note На заметку', 'folded Склад пуст', 'tabs Вручную, Из файла', 'paragraph'],
    [
      'На заметку',
      'Остаток меняется после оплаты.',
      'Возврат увеличивает остаток.',
      'Склад пуст',
      'Товар нельзя купить, если остаток ноль.',
      'Вручную',
      'Откройте карточку товара и впишите число.',
      'Из файла',
      'Загрузите таблицу с колонкой stock.',
      'Смотрите ctrl+s и значок.',
    ],
  ],
  ssl: ['Сертификат', ['paragraph'], ['Выпускается сам.']],
  vitepress: [
    'Скидки',
    ['note tip Совет', 'folded Показать пример', 'tabs Файл'],
    ['Совет', 'Сделайте промокод коротким.', 'Показать пример', 'Скидка 10 % на второй товар.', 'Файл', 'SKIDKA10'],
  ],
  vozvrat: ['Возврат денег', ['heading', 'paragraph'], ['Срок', 'Три дня.']],
  yfm: [
    'Налоги',
    ['note note Ставка', 'tabs Россия, Украина', 'folded Старый порядок', 'table', 'paragraph'],
    [
      'Ставка',
      'Выберите НДС 20 %.',
      'Россия',
      'Ставка 20 %.',
      'Украина',
      'Ставка 20 %, ПДВ.',
      'Старый порядок',
      'До 2019 года было 18 %.',
      'Страна\u00a0· Ставка',
      'Россия\u00a0· 20 %',
      'Общий хвост про налоги.',
    ],
  ],
}

test('pages of every generator read as they do on their sites, in a folder that does not tell whose they are', async () => {
  const { library, report } = await importTo(await emptyLibrary(), folder)
  expect(report).toMatchObject({ added: 13, skipped: 1, failed: 0 })
  const entries = await library.list()
  const articles = await Promise.all(entries.map(async ({ id }) => library.get(id)))
  expect(Object.fromEntries(articles.flatMap((article) => (article ? [[article.id, seen(article)]] : [])))).toEqual(
    expected,
  )
})
