import { expect, test } from 'vitest'
import { articleText } from '../../article-text.ts'
import { articleOf, blocksOf, importFiles, paragraph, words } from '../test-import.ts'
import { testFlavours } from '../test-trees/test-tree.ts'

const site = (content: string) => `<!doctype html><html lang="uk-UA"><head><title>Доставка | Довідка</title>
<meta property="article:modified_time" content="2026-03-01T10:00:00+02:00"></head><body>
<header><a href="/">Головна</a><input placeholder="Пошук"></header>
<nav class="sidebar"><ul>${'<li><a href="/p">Пункт меню</a></li>'.repeat(30)}</ul></nav>
<main><article><h1>Доставка</h1>${content}</article></main>
<aside class="toc"><a href="#a">Зміст</a></aside><footer>© Підвал</footer></body></html>`

const page = async (content: string) => blocksOf(site(content), { as: 'article.html' })

const long = `<p>${'Тут пояснено, як налаштувати доставку в магазині. '.repeat(8)}</p>`

test('only the main content of a page is imported, with what the page says of itself', async () => {
  const article = await articleOf(site(`${long}<h2 id="price">Вартість</h2>${long}`), { as: 'article.html' })
  expect(article).toMatchObject({ title: 'Доставка', lang: 'uk', updatedAt: '2026-03-01T08:00:00.000Z' })
  expect(article.blocks.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'paragraph'])
  expect(article.blocks[1]).toMatchObject({ id: 'price', children: [words('Вартість')] })
  expect(JSON.stringify(article)).not.toMatch(/Пункт|Підвал|Зміст|Головна/)
})

test('a page of one sentence is imported whole', async () => {
  expect(await blocksOf('<p>Напишите нам.', { as: 'article.html' })).toEqual([paragraph('Напишите нам.')])
})

test('sections lend their names to their headings, permalink signs are dropped', async () => {
  const blocks = await page(`<section id="pay"><h2>Оплата<a class="headerlink" href="#pay">¶</a></h2>${long}</section>`)
  expect(blocks[0]).toEqual({ type: 'heading', level: 2, id: 'pay', children: [words('Оплата')] })
})

test('frames for advice become quotes with their tone', async () => {
  const blocks = await page(`${long}<div class="admonition warning"><p>Зробіть копію.</p></div>${long}`)
  expect(blocks[1]).toEqual({ type: 'quote', tone: 'warning', children: [paragraph('Зробіть копію.')] })
})

test('images keep size and address, links their target', async () => {
  const image = '<figure><img src="https://cdn.example/a.png" alt="Кошик" width="640" height="480"></figure>'
  const blocks = await page(`${long}${image}<p>Див. <a href="https://bank.example/x?y=1">банк</a></p>${long}`)
  expect(blocks[1]).toEqual({ type: 'image', src: 'https://cdn.example/a.png', alt: 'Кошик', width: 640, height: 480 })
  expect(blocks[2]).toMatchObject({ children: [words('Див. '), { href: 'https://bank.example/x?y=1' }] })
})

test('a page without words is named, not imported', async () => {
  const { troubles } = await importFiles({
    'empty.html': '<html><body><script>1</script></body></html>',
    'a.md': 'Текст',
  })
  expect(troubles).toMatchObject([{ where: 'empty.html', reason: 'no words in it' }])
})

test('two files that would make one article are told apart', async () => {
  const { report, troubles } = await importFiles({ 'pay.html': '<p>Раз</p>', 'pay.md': 'Два' })
  expect(report).toMatchObject({ added: 1, failed: 1 })
  expect(troubles).toMatchObject([{ where: 'pay.md', reason: 'pay.html already makes the article pay' }])
})

test.each([
  ['Confluence export', 'Справка'],
  ['Notion export', undefined],
  ['Google Docs export', undefined],
  ['Sphinx', 'Заказы'],
])('a page of %s is called by its title and brings nothing of the program around it', async (name, section) => {
  const { front = () => '', constructs = [] } = testFlavours[name] ?? {}
  const article = await articleOf(`${front('Приём заказов', 1)}${constructs[0]?.source}`, { as: 'article.html' })
  expect(article.title).toBe('Приём заказов')
  expect(article.section).toBe(section)
  expect(articleText(article.blocks).body).not.toMatch(/Содержание|Created by|Магазин|Метки|Меню|Приём заказов|¶/)
})

test('lists of Google Docs are as deep as they look, their remarks are left out and links lead where they say', async () => {
  const { front = () => '', constructs = [] } = testFlavours['Google Docs export'] ?? {}
  const sourceOf = (name: string) => constructs.find((construct) => construct.name === name)?.source ?? ''
  const content = ['nested list', 'comment', 'link'].map(sourceOf).join('')
  const blocks = await blocksOf(front('Приём', 1) + content, { as: 'article.html' })
  expect(blocks).toEqual([
    {
      type: 'list',
      ordered: false,
      items: [
        [paragraph('Откройте'), { type: 'list', ordered: false, items: [[paragraph('раз')], [paragraph('два')]] }],
        [paragraph('Нажмите')],
      ],
    },
    paragraph('Текст с замечанием.'),
    {
      type: 'paragraph',
      children: [{ type: 'link', href: 'https://shop.example/a?b=1', children: [words('Договор')] }],
    },
  ])
})

test('a page tells where it stands by its breadcrumbs', async () => {
  const trail = '<nav aria-label="Breadcrumbs"><a href="/">Справка</a> / <a href="/orders">Заказы</a> / Возврат</nav>'
  const article = await articleOf(`<body>${trail}<main><h1>Возврат</h1><p>Деньги вернутся.</p></main>`, {
    as: 'article.html',
  })
  expect(article.section).toBe('Заказы')
})
