import { expect, test } from 'vitest'
import { articleOf, blocksOf, importFiles, paragraph, words } from '../test-import.ts'

test('title, section and day come from the front matter', async () => {
  const article = await articleOf('---\ntitle: Доставка\nsection: Заказы\nupdated: 2026-06-18\n---\nТекст статьи.')
  expect(article).toMatchObject({
    title: 'Доставка',
    section: 'Заказы',
    updatedAt: '2026-06-18T00:00:00.000Z',
    lang: 'ru',
    blocks: [paragraph('Текст статьи.')],
  })
})

test('a heading that says the title again is not shown under it', async () => {
  const article = await articleOf('---\ntitle: Доставка\n---\n# Доставка\n\nТекст.')
  expect(article.blocks).toEqual([paragraph('Текст.')])
})

test('an article without front matter is called by its first heading, one without headings by its file', async () => {
  expect((await articleOf('# Как вернуть товар\n\nТекст.')).title).toBe('Как вернуть товар')
  expect((await articleOf('Текст.')).title).toBe('article')
})

test('links between files lead to the article and its heading', async () => {
  const { library } = await importFiles({
    'orders/return.md': 'Смотрите [оплату](../payment%20online.md#Чек), [склад](/stock/) и [ниже](#шаг-2).\n\n## Шаг 2',
    'payment online.md': '# Оплата',
    'stock/index.md': '# Склад',
  })
  const links = JSON.stringify((await library.get('orders/return'))?.blocks)
  expect(links).toContain('"articleId":"payment online","anchor":"Чек"')
  expect(links).toContain('"articleId":"stock/index"')
  expect(links).toContain('"articleId":"orders/return","anchor":"шаг-2"')
})

test('a link to a file that is not imported keeps its words', async () => {
  expect(await blocksOf('Смотрите [прайс](price.xlsx).')).toEqual([paragraph('Смотрите прайс.')])
})

test('where the folder is published, images and other files are read from there', async () => {
  const publishedAt = 'https://help.shop.example/docs'
  const blocks = await blocksOf('Скачайте [прайс](files/price.xlsx).\n\n![Корзина](media/cart.png)', { publishedAt })
  expect(blocks).toMatchObject([
    { children: [words('Скачайте '), { type: 'link', href: `${publishedAt}/files/price.xlsx` }, words('.')] },
    { type: 'image', src: `${publishedAt}/media/cart.png`, alt: 'Корзина' },
  ])
})

test('an image that no browser could fetch leaves its description', async () => {
  expect(await blocksOf('![Кнопка «Сохранить»](media/save.png)')).toEqual([
    { type: 'paragraph', children: [{ type: 'em', children: [words('Кнопка «Сохранить»')] }] },
  ])
})

test('notes keep their tone, quotations have none', async () => {
  const blocks = await blocksOf('> [!WARNING]\n> Сделайте копию.\n\n> Обычная цитата.')
  expect(blocks).toEqual([
    { type: 'quote', tone: 'warning', children: [paragraph('Сделайте копию.')] },
    { type: 'quote', children: [paragraph('Обычная цитата.')] },
  ])
})

test('an included file is read in its place and is no article of its own', async () => {
  const { library } = await importFiles({
    'article.md': 'До.\n\n[!include [banner](includes/banner.md)]\n[!INCLUDE[second](includes/second.md)]\n\nПосле.',
    'includes/banner.md': '---\nid: 1\n---\n> [!NOTE]\n> Общее для всех.',
    'includes/second.md': 'Второе.',
  })
  expect((await library.get('article'))?.blocks).toEqual([
    paragraph('До.'),
    { type: 'quote', tone: 'note', children: [paragraph('Общее для всех.')] },
    paragraph('Второе.'),
    paragraph('После.'),
  ])
  expect(await library.list()).toHaveLength(1)
})

test('an include that is missing, outside of the folder, or includes itself leaves the article whole', async () => {
  const { library } = await importFiles({
    'article.md':
      'До.\n\n[!include [a](includes/none.md)]\n\n[!include [b](../../../../etc/passwd)]\n\n[!include [c](includes/loop.md)]\n\nПосле.',
    'includes/loop.md': '[!include [c](loop.md)]\n\nКруг.',
  })
  const blocks = (await library.get('article'))?.blocks ?? []
  expect(blocks.at(0)).toEqual(paragraph('До.'))
  expect(blocks.at(-1)).toEqual(paragraph('После.'))
  expect(JSON.stringify(blocks)).not.toMatch(/include|root:/)
})

test('lists keep their order, their nesting and their ticks', async () => {
  const [list] = await blocksOf('3. Откройте\n4. Нажмите\n   - один\n   - [x] два')
  expect(list).toEqual({
    type: 'list',
    ordered: true,
    start: 3,
    items: [
      [paragraph('Откройте')],
      [paragraph('Нажмите'), { type: 'list', ordered: false, items: [[paragraph('один')], [paragraph('☑ два')]] }],
    ],
  })
})

test('tables keep head, rows, marks and line breaks', async () => {
  const [table] = await blocksOf('| Поле | Зачем |\n|---|---|\n| **Цена** | раз<br>два |')
  expect(table).toEqual({
    type: 'table',
    head: [[words('Поле')], [words('Зачем')]],
    rows: [[[{ type: 'strong', children: [words('Цена')] }], [words('раз'), { type: 'break' }, words('два')]]],
  })
})

test('code keeps its spaces and its language', async () => {
  expect(await blocksOf('```csv\nАртикул;Цена\n  A-1;100\n```')).toEqual([
    { type: 'code', lang: 'csv', text: 'Артикул;Цена\n  A-1;100' },
  ])
})

test.each([
  ['## <a name="key-terms"></a>Термины', 'key-terms'],
  ['## Термины {#terms}', 'terms'],
  ['## Термины и слова', 'термины-и-слова'],
  ['<a id="old"></a>\n\n## Термины', 'old'],
])('%s can be linked to as #%s', async (heading, id) => {
  const [block] = await blocksOf(heading)
  expect(block).toMatchObject({ type: 'heading', level: 2, id })
  expect(JSON.stringify(block)).toContain('"Термины')
})

test('a link to a named place leads to the heading above it', async () => {
  const blocks = await blocksOf('[Вниз](#place)\n\n## Раздел\n\nТекст.\n\n<p id="place">Здесь.</p>')
  expect(blocks[0]).toMatchObject({ children: [{ articleId: 'article', anchor: 'раздел' }] })
})

test('headings of the same words have anchors of their own', async () => {
  const blocks = await blocksOf('## Шаги\n\n## Шаги')
  expect(blocks).toMatchObject([{ id: 'шаги' }, { id: 'шаги-1' }])
})

test.each([
  ['ru', 'Сноски'],
  ['uk', 'Примітки'],
  ['en', 'Footnotes'],
])('footnotes of an article in %s are headed «%s»', async (lang, heading) => {
  const blocks = await blocksOf(`---\nlang: ${lang}\n---\n10 %[^1].\n\n[^1]: 5 %.`)
  expect(blocks).toMatchObject([
    { type: 'paragraph' },
    { type: 'heading', children: [words(heading)] },
    { type: 'footnotes' },
  ])
})

test('drafts are not shown to owners', async () => {
  const { report } = await importFiles({ 'a.md': '---\ndraft: true\n---\nСкоро.', 'b.md': 'Готово.' })
  expect(report).toMatchObject({ added: 1, skipped: 1 })
})

test('a file with broken front matter is named and the rest goes on', async () => {
  const { report, troubles } = await importFiles({ 'bad.md': '---\ntitle: [\n---\nТекст.', 'good.md': 'Текст.' })
  expect(report).toMatchObject({ added: 1, failed: 1 })
  expect(troubles).toMatchObject([
    { kind: 'failed', where: 'bad.md', reason: expect.stringMatching(/^front matter: /) },
  ])
})

test.each([
  ['Настройте оплату в разделе «Ещё», затем save changes.', 'ru'],
  ['Налаштуйте оплату у розділі та збережіть її.', 'uk'],
  ['Set up payment and save the changes.', 'en'],
])('the language of «%s» is %s', async (text, lang) => {
  expect((await articleOf(text)).lang).toBe(lang)
})

test('the language that the front matter names is believed', async () => {
  expect((await articleOf('---\nms.contentlocale: uk-UA\n---\nТовар')).lang).toBe('uk')
})
