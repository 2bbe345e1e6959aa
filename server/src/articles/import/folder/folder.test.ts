// A folder as its author knows it: every file is accounted for, links lead where they are written to lead.
import { symlink, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { blocksInside } from '@bilet/shared/article'
import type { Block } from '@bilet/shared/article'
import { png } from '../../../attachments/image/test-pictures.ts'
import { collect } from '../../../util/collect.ts'
import { importDocs } from '../import-docs.ts'
import { emptyLibrary, folderOf, importFiles, importTo, paragraph } from '../test-import.ts'

const sum = ({
  added,
  changed,
  unchanged,
  skipped,
  failed,
}: Record<'added' | 'changed' | 'unchanged' | 'skipped' | 'failed', number>) =>
  added + changed + unchanged + skipped + failed

test('every file is imported or named with the reason, and the counts are the number of files', async () => {
  const files = {
    'index.md': '# Справка\n\nО магазине.',
    'page.mdx': 'import {Card} from \'./card\'\n\n# Страница\n\n<Card title="Возврат">Нажмите «Вернуть».</Card>',
    'orders/_index.md': '---\ntitle: Заказы\n---\nРаздел про заказы.',
    'orders/draft.md': '---\ndraft: true\n---\nПозже.',
    'orders/hidden.md': '---\nunlisted: true\n---\nДля своих.',
    '_parts/tail.md': 'Хвост.',
    'media/cart.svg': '<svg/>',
    'guide.rst': 'Guide\n=====',
    'broken.md': '---\n[\n---\nТекст.',
    'noindex.html': '<head><meta name="robots" content="noindex"></head><p>Для своих.</p>',
    'copy.html': '<head><link rel="canonical" href="/page"></head><p>То же.</p>',
    'moved.html': '<head><meta http-equiv="refresh" content="0; url=index.html"></head><a href="index.html">сюда</a>',
    'drawn.html': '<body><noscript>Включите скрипты</noscript><div id="root"></div><script src="app.js"></script>',
    'frames.html':
      '<html><head><title>Справка</title></head><frameset cols="20%,80%"><frame src="a.html"></frameset></html>',
  }
  const { library, report, troubles } = await importFiles(files)
  expect((await library.list()).map(({ id }) => id)).toEqual(['index', 'orders/_index', 'page'])
  expect(sum(report)).toBe(Object.keys(files).length)
  const reasons = Object.fromEntries(
    troubles.map((one) => ['where' in one ? one.where : '', 'reason' in one ? one.reason : '']),
  )
  expect(reasons).toEqual({
    'orders/draft.md': 'a draft',
    'orders/hidden.md': 'unlisted',
    '_parts/tail.md': 'a part of other documents',
    'media/cart.svg': 'no document',
    'guide.rst': 'reStructuredText is not read: build it as HTML',
    'broken.md': expect.stringMatching(/^front matter: /),
    'noindex.html': 'not for search engines (noindex)',
    'copy.html': 'a copy of page',
    'moved.html': 'leads elsewhere: index.html',
    'drawn.html': 'no words in it: drawn by scripts, which are not run',
    'frames.html': 'no words in it: frames, whose pages are read by themselves',
  })
})

test('links on the disk are followed inside the folder, and named where they lead out or round', async () => {
  const folder = await folderOf({ 'orders/pay.md': 'Оплата.' })
  const outside = await folderOf({ 'secret.md': 'Чужое.' })
  await symlink(`${folder}/orders/pay.md`, `${folder}/card.md`)
  await symlink(folder, `${folder}/orders/round`)
  await symlink(outside, `${folder}/other`)
  await symlink(`${folder}/none.md`, `${folder}/lost.md`)
  const { library, troubles } = await importTo(await emptyLibrary(), folder)
  expect((await library.list()).map(({ id }) => id)).toEqual(['card', 'orders/pay'])
  expect(troubles).toMatchObject([
    { where: 'lost.md', reason: 'a link to what is not there' },
    { where: 'orders/round', reason: 'a link in a circle' },
    { where: 'other', reason: 'a link out of the folder' },
  ])
})

test.each([
  ['relative to the file', './return.md#srok'],
  ['without an ending', 'return'],
  ['from the root of the tree', '/orders/return/'],
  ['below the language and the name of the site', '/ru/docs/orders/return'],
  ['by its permalink', '/dengi/vozvrat'],
  ['from the root of its language', '/return/'],
  ['as its page sees it', '../return/'],
  ['by the name of the file alone', 'return.md'],
])('a link %s leads to the article: %s', async (_, href) => {
  const from = href === 'return.md' ? 'stock/from.md' : 'orders/from.md'
  const { library } = await importFiles({
    [from]: `Смотрите [возврат](${href}).`,
    'orders/return.md': '---\nslug: /dengi/vozvrat\n---\n# Возврат\n\n## Срок {#srok}\n\nТри дня.',
  })
  expect(JSON.stringify((await library.get(from.replace('.md', '')))?.blocks)).toContain('"articleId":"orders/return"')
})

test('Cyrillic anchors lead to their headings, and what leads nowhere is listed', async () => {
  const troubles: unknown[] = []
  const folder = await folderOf({
    'a.md': '[Срок](b.md#срок-возврата), [ниже](#шаги), [никуда](none.md), [мимо](#нет)\n\n## Шаги\n\nРаз.',
    'b.md': '## Срок возврата\n\nТри дня.',
  })
  const library = await emptyLibrary()
  await importTo(library, folder, {})
  await importDocs(await emptyLibrary(), folder, {
    onFinding: (finding) => finding.kind === 'article' && troubles.push(...(finding.troubles ?? [])),
  })
  const text = JSON.stringify((await library.get('a'))?.blocks)
  expect(text).toContain('"articleId":"b","anchor":"срок-возврата"')
  expect(text).toContain('"anchor":"шаги"')
  expect(troubles).toMatchObject([
    { kind: 'dead link', what: 'none.md' },
    { kind: 'dead link', what: '#нет' },
  ])
})

test('a link to a place in another article leads there by any of its names, or is told to lead nowhere', async () => {
  const told: unknown[] = []
  const { library } = await importFiles(
    {
      'a.md': '[раз](b.md#old) [два](b.md#сроки) [три](b.md#none)',
      'b.md': '# Б\n\n## Сроки\n\nТекст. <a id="old"></a>Место.',
    },
    { onFinding: (finding) => finding.kind === 'noted' && told.push(finding) },
  )
  const text = JSON.stringify((await library.get('a'))?.blocks)
  expect([...text.matchAll(/"anchor":"([^"]+)"/gu)].map(([, anchor]) => anchor)).toEqual(['сроки', 'сроки', 'none'])
  expect(told).toEqual([
    { kind: 'noted', where: 'a.md', troubles: [{ kind: 'dead link', what: 'b#none', sample: 'три' }] },
  ])
})

test('HTML beside the pages of a generator is named as no page; alone it is a site that was built', async () => {
  const example = { 'examples/cart.html': '<li>{{ item.name }}</li>', '.vitepress/config.ts': '' }
  const { report, troubles } = await importFiles({ ...example, 'guide.md': '# Корзина\n\nТекст.' })
  expect(report).toMatchObject({ added: 1, failed: 0 })
  expect(troubles).toContainEqual({ kind: 'skipped', where: 'examples/cart.html', reason: 'no page of its own' })
  expect((await importFiles({ ...example, 'index.html': '<h1>Корзина</h1><p>Текст.' })).report).toMatchObject({
    added: 2,
  })
})

test('pictures of the folder are cleaned, kept by the desk and shown from there', async () => {
  const { library } = await importFiles({
    'orders/a.md': 'Корзина:\n\n![Корзина](../media/cart.png)\n\n![Нет](../media/none.png)',
    'media/cart.png': png(),
  })
  const [, image, lost] = (await library.get('orders/a'))?.blocks ?? []
  expect(image).toMatchObject({
    type: 'image',
    alt: 'Корзина',
    src: expect.stringMatching(/^\/v1\/article-pictures\/[0-9a-f]{64}\.png$/),
  })
  const name = image?.type === 'image' ? image.src.split('/').at(-1) : ''
  expect((await library.pictures.get(name ?? ''))?.type).toBe('image/png')
  expect(lost).toMatchObject({ type: 'paragraph' })
})

test('collections of Jekyll are pages, known by their published addresses, and its HTML shows no Liquid', async () => {
  const { library, troubles } = await importFiles({
    '_config.yml': 'collections:\n  docs:\n    output: true',
    '_docs/orders.md': '# Заказы\n\nСлова.',
    '_posts/2026-01-02-news.md': '# Новости\n\nСлова.',
    '_layouts/page.html': '---\n---\n<p>{{ content }}</p>',
    'index.html':
      '---\ntitle: Справка\n---\n<p>{% for a in b %}Слова{% endfor %}: <a href="/docs/orders/">заказы</a> {{ a.b }}.</p>',
  })
  expect((await library.list()).map(({ id }) => id)).toEqual(['_docs/orders', '_posts/2026-01-02-news', 'index'])
  expect(troubles).toMatchObject([{ where: '_config.yml' }, { where: '_layouts/page.html' }])
  const text = JSON.stringify((await library.get('index'))?.blocks)
  expect(text).toContain('"articleId":"_docs/orders"')
  expect(text).not.toMatch(/\{[{%]/u)
})

test('a section is what the tree calls its folders', async () => {
  const { library } = await importFiles({
    'orders/_category_.json': '{ "label": "Заказы и возвраты" }',
    'orders/returns/index.md': '# Возвраты\n\nО возвратах.',
    'orders/returns/money.md': '# Деньги\n\nТри дня.',
    'top.md': '# Сверху\n\nСлова.',
  })
  expect((await library.get('orders/returns/money'))?.section).toBe('Заказы и возвраты › Возвраты')
  expect((await library.get('orders/returns/index'))?.section).toBe('Заказы и возвраты')
  expect((await library.get('top'))?.section).toBeUndefined()
})

test('Hugo: a page stands where menus of the site and of its pages put it', async () => {
  const { library } = await importFiles({
    'hugo.toml': '[[menu.docs]]\nidentifier = "work"\nname = "Работа"\nweight = 1',
    'content/orders.md': '---\ntitle: Заказы\nmenu:\n  docs:\n    identifier: orders-id\n    parent: work\n---\nСлова.',
    'content/returns.md': '+++\ntitle = "Возвраты"\n[menus.docs]\nparent = "orders-id"\n+++\nСлова.',
    'content/stock/round.md': '---\ntitle: Круг\nmenu: { docs: { parent: Круг } }\n---\nСлова.',
    'content/stock/other.md': '---\ntitle: Иное\nmenu: { docs: { parent: no-such_name } }\n---\nСлова.',
    'content/stock/plain.md': '---\ntitle: Остатки\nmenu: docs\n---\nСлова.',
  })
  const sections = (await library.list()).map(({ title, section }) => [title, section])
  expect(Object.fromEntries(sections)).toEqual({
    Заказы: 'Работа',
    Возвраты: 'Работа › Заказы',
    Круг: 'Круг',
    Иное: 'No such name',
    Остатки: 'Stock',
  })
})

test('a section that is called otherwise is called so in every page that stands in it', async () => {
  const folder = await folderOf({
    'orders/_index.md': '---\ntitle: Заказы\n---\nСлова.',
    'orders/a.md': '# А\n\nСлова.',
  })
  const library = await emptyLibrary()
  await importTo(library, folder)
  await writeFile(`${folder}/orders/_index.md`, '---\ntitle: Продажи\n---\nСлова.')
  await importTo(library, folder)
  expect((await library.get('orders/a'))?.section).toBe('Продажи')
})

test('built pages that say so of each other are one article in several languages', async () => {
  const built = (href: string, words: string) =>
    `<html><head><link rel="alternate" hreflang="x" href="${href}"></head><body><h1>${words}</h1><p>${words}.</p></body></html>`
  const { library } = await importFiles({
    'ru/oplata.html': built('../en/payment.html', 'Оплата'),
    'en/payment.html': built('/ru/oplata.html', 'Payment'),
  })
  const documents = await collect(library.documents())
  expect(documents.map(({ translations }) => translations)).toEqual([['ru/oplata'], ['en/payment']])
})

test.each([
  ['mkdocs.yml', 'nav:\n  - Работа:\n      - Заказы:\n          - a.md\nplugins:\n  - search: !!python/name:x\n'],
  [
    'toc.yaml',
    'items:\n  - name: Работа\n    items:\n      - name: Заказы\n        items:\n          - name: А\n            href: a.md\n',
  ],
  [
    'sidebars.js',
    "// как на сайте\nmodule.exports = {\n  docs: [\n    'top',\n    { type: 'category', label: 'Работа', link: { type: 'doc', id: 'w' }, items: [{ 'Заказы': ['a'] }, ...more] },\n  ],\n}",
  ],
  [
    '.vitepress/config.ts',
    "import { x } from 'y'\nexport default defineConfig({\n  themeConfig: {\n    sidebar: {\n      '/': [{ text: `Работа`, collapsed: true, items: [{ text: 'Заказы', items: [{ text: 'А', link: '/a.html' }] }] }],\n    },\n  },\n})",
  ],
  [
    'sidebars.json',
    '{"docs":[{"type":"category","label":"Работа","items":[{"type":"category","label":"Заказы","items":[{"type":"doc","id":"a"}]}]}]}',
  ],
  ['SUMMARY.md', '# Содержание\n\n## Работа\n\n* [Заказы](b.md)\n  * [А](a.md)\n'],
])('%s tells the order of reading', async (name, navigation) => {
  const { library } = await importFiles({ [name]: navigation, 'a.md': '# А\n\nСлова.', 'b.md': '# Заказы\n\nСлова.' })
  expect((await library.get('a'))?.section).toBe('Работа › Заказы')
})

test('a page that did not change is not read again, one that did, or whose parts did, is', async () => {
  const folder = await folderOf({
    'a.md': 'Раз.',
    'b.md': 'Два: [а](a.md).',
    'c.md': '[!include [x](includes/x.md)]',
    'd.md': '[!include [a](a.md)]',
    'includes/x.md': 'Три.',
  })
  const library = await emptyLibrary()
  await importTo(library, folder)
  const read: string[] = []
  const again = async () => {
    read.length = 0
    return importDocs(library, folder, {
      onFinding: (finding) => finding.kind === 'article' && read.push(finding.where),
    })
  }
  expect(await again()).toMatchObject({ unchanged: 4 })
  expect(read).toEqual(['d.md'])
  await writeFile(`${folder}/a.md`, 'Раз и навсегда.')
  expect(await again()).toMatchObject({ changed: 2, unchanged: 2 })
  expect(read).toEqual(['a.md', 'd.md'])
  await writeFile(`${folder}/includes/x.md`, 'Три с половиной.')
  expect(await again()).toMatchObject({ changed: 1, unchanged: 3 })
})

test('a cell stands under what spans it', async () => {
  const { library } = await importFiles({
    'tariffs.html':
      '<article><h1>Тарифы</h1><table><tr><th rowspan=2>Тариф</th><th colspan=2>Цена</th></tr><tr><th>Месяц</th><th>Год</th></tr><tr><td>Старт</td><td>500</td><td>5000</td></tr></table><p>Тариф меняют в разделе «Оплата услуг», деньги пересчитают по дням, а остаток вернётся на счёт магазина.</p></article>',
  })
  const table = (await library.get('tariffs'))?.blocks.find((block) => block.type === 'table')
  const cell = (text: string) => [{ type: 'text', text }]
  const head = (text: string, spans = {}) => ({ header: true, ...spans, children: [paragraph(text)] })
  expect(table).toEqual({
    type: 'table',
    head: [],
    rows: [
      [head('Тариф', { rowspan: 2 }), head('Цена', { colspan: 2 })],
      [head('Месяц'), head('Год')],
      [cell('Старт'), cell('500'), cell('5000')],
    ],
  })
  expect(blocksInside(table as Block)).toHaveLength(4)
})
