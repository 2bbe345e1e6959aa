import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { emptyLibrary, importTo, words } from '../test-import.ts'
import { png } from '../../../attachments/image/test-pictures.ts'
import { buildIndex } from '../../../search/build-index.ts'
import { suggest } from '../../../search/suggest.ts'
import { collect } from '../../../util/collect.ts'
import { isSameSite } from './same-site.ts'
import { page, testSite } from './test-site.ts'
import type { Served } from './test-site.ts'

const local = { allowPrivate: true, rate: 100 }
const start = async () => ({ library: await emptyLibrary() })

test('the pages of a sitemap become articles under their paths, links between them stay inside', async () => {
  const site = await testSite({
    '/help/oplata%20kartoy.html': page('Оплата', '<h2 id="check">Чек</h2><p>Чек придёт на почту покупателя.</p>'),
    '/help/delivery/': page(
      'Доставка',
      '<p>См. <a href="../oplata%20kartoy.html#check">чек</a> и <a href="/price.pdf">прайс</a></p>',
    ),
  })
  const { library } = await start()
  const { report } = await importTo(library, site.sitemap, local)
  expect(report).toMatchObject({ added: 2, failed: 0 })
  expect(await library.get('help/oplata kartoy')).toMatchObject({
    title: 'Оплата',
    lang: 'ru',
    url: `${site.origin}/help/oplata%20kartoy.html`,
    blocks: [{ type: 'heading', id: 'check' }, { type: 'paragraph' }],
  })
  expect((await library.get('help/delivery'))?.blocks).toMatchObject([
    {
      children: [
        words('См. '),
        { articleId: 'help/oplata kartoy', anchor: 'check' },
        words(' и '),
        { href: `${site.origin}/price.pdf` },
      ],
    },
  ])
})

test('a site at a private address is refused unless that is allowed', async () => {
  const site = await testSite({ '/a': page('А') })
  const { library } = await start()
  await expect(importTo(library, site.sitemap)).rejects.toThrow('127.0.0.1 is at a private address')
  await expect(importTo(library, site.sitemap.replace('127.0.0.1', 'localhost'))).rejects.toThrow('private address')
  expect(site.asked).toEqual([])
})

test.each([
  'http://10.0.0.1/',
  'http://169.254.169.254/latest/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://0x7f.1/',
  'http://2130706433/',
])('%s is a private address however it is written', async (address) => {
  await expect(importTo(await emptyLibrary(), address)).rejects.toThrow('private address')
})

test('pages and redirects that lead to other sites are not followed', async () => {
  const other = await testSite({ '/secret': page('Чужое') })
  const site = await testSite(
    { '/a': page('А'), '/moved': { status: 302, headers: { location: `${other.origin}/secret` } } },
    [`${other.origin}/secret`],
  )
  const { library } = await start()
  const { report, troubles } = await importTo(library, site.sitemap, local)
  expect(report).toMatchObject({ added: 1, failed: 1, skipped: 1 })
  expect(troubles).toMatchObject([
    { kind: 'failed', reason: `leads to ${other.origin}/secret: another site` },
    { kind: 'skipped', reason: 'another site' },
  ])
  expect(other.asked).toEqual([])
})

test('a redirect to a page that no sitemap names is followed, one in a circle is given up', async () => {
  const site = await testSite({
    '/old': { status: 301, headers: { location: '/new.xml' } },
    '/circle': { status: 301, headers: { location: '/circle' } },
  })
  site.pages.set('/new.xml', page('Новое'))
  const { library } = await start()
  const { troubles } = await importTo(library, site.sitemap, local)
  expect(await library.get('old')).toMatchObject({ title: 'Новое', url: `${site.origin}/new.xml` })
  expect(troubles).toMatchObject([{ where: `${site.origin}/circle`, reason: 'redirected too often' }])
})

test('pages that are missing, broken, too large, or no pages are named and the rest goes on', async () => {
  const site = await testSite({
    '/gone': { status: 404 },
    '/broken': { status: 500 },
    '/huge': { headers: { 'content-type': 'text/html' }, body: `<p>${'а'.repeat(3_000_000)}` },
    '/bomb': {
      headers: { 'content-type': 'text/html', 'content-encoding': 'gzip' },
      body: gzipSync(Buffer.alloc(50_000_000, 'a')),
    },
    '/file.pdf': { headers: { 'content-type': 'application/pdf' }, body: '%PDF' },
    '/good': page('Хорошая'),
  })
  const { library } = await start()
  const { report, troubles } = await importTo(library, site.sitemap, local)
  expect(report).toMatchObject({ added: 1, failed: 5 })
  expect(troubles.map((trouble) => ('reason' in trouble ? trouble.reason : ''))).toEqual([
    'answered 404',
    'answered 500',
    'larger than 5 MB',
    'larger than 5 MB',
    'not a page: application/pdf',
  ])
})

test.each([
  ['https://www.shop.example/a', true],
  ['https://shop.example/a', true],
  ['http://www.shop.example/a', true],
  ['https://shop.example:8443/a', false],
  ['https://help.shop.example/a', false],
  ['https://wwwshop.example/a', false],
])('%s belongs to http://shop.example: %s', (address, isSame) => {
  expect(isSameSite(new URL(address), new URL('http://shop.example/sitemap.xml'))).toBe(isSame)
})

test('robots.txt is obeyed, and named as the reason', async () => {
  const site = await testSite({
    '/robots.txt': { body: 'User-agent: *\nDisallow: /private' },
    '/private/a': page('Нельзя'),
    '/public': page('Можно'),
  })
  const { library } = await start()
  const { troubles } = await importTo(library, site.sitemap, local)
  expect(troubles).toMatchObject([{ kind: 'skipped', reason: 'robots.txt forbids it' }])
  expect(site.paths()).not.toContain('/private/a')
})

test('a site that cannot say what it allows is left alone', async () => {
  const site = await testSite({ '/robots.txt': { status: 503 }, '/a': page('А') })
  await expect(importTo(await emptyLibrary(), site.sitemap, local)).rejects.toThrow('robots.txt answered 503')
})

test('requests keep the pace that was asked for', async () => {
  const site = await testSite({ '/a': page('А'), '/b': page('Б') })
  const began = performance.now()
  await importTo(await emptyLibrary(), site.sitemap, { ...local, rate: 20 })
  // Four requests (robots.txt, the sitemap, two pages) have three pauses of 50 ms between them.
  expect(performance.now() - began).toBeGreaterThan(140)
})

test('a busy server is asked again when it says', async () => {
  const answers = [{ status: 429, headers: { 'retry-after': '0' } }, page('А')]
  const site = await testSite({ '/a': page('А') })
  site.pages.set('/a', () => answers.shift() ?? { status: 500 })
  expect((await importTo(await emptyLibrary(), site.sitemap, local)).report).toMatchObject({ added: 1, failed: 0 })
})

test('a page that did not change is not sent again', async () => {
  const site = await testSite({ '/a': page('А', undefined, { etag: '"1"' }), '/b': page('Б') })
  const { library } = await start()
  await importTo(library, site.sitemap, local)
  site.asked.length = 0
  const { report } = await importTo(library, site.sitemap, local)
  expect(report).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
  expect(site.asked.find(({ path }) => path === '/a')?.headers['if-none-match']).toBe('"1"')
})

test('a page that changed replaces its article', async () => {
  const site = await testSite({ '/a': page('А', undefined, { etag: '"1"' }) })
  const { library } = await start()
  await importTo(library, site.sitemap, local)
  site.pages.set('/a', page('Новое', undefined, { etag: '"2"' }))
  expect((await importTo(library, site.sitemap, local)).report).toMatchObject({ changed: 1 })
  expect((await library.get('a'))?.title).toBe('Новое')
})

test('an interrupted import goes on where it stopped', async () => {
  const pages = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`/page-${at}`, page(`Страница ${at}`)]))
  const site = await testSite(pages)
  const { library } = await start()
  const interruption = new AbortController()
  site.pages.set('/page-5', () => {
    interruption.abort()
    return page('Страница 5')
  })
  await expect(importTo(library, site.sitemap, { ...local, signal: interruption.signal })).rejects.toThrow('abort')
  expect(await library.list()).toHaveLength(5)
  site.asked.length = 0
  const { report } = await importTo(library, site.sitemap, local)
  expect(report).toMatchObject({ added: 5, unchanged: 5 })
  expect(site.paths().filter((path) => path.startsWith('/page'))).toEqual([
    '/page-5',
    '/page-6',
    '/page-7',
    '/page-8',
    '/page-9',
  ])
  await importTo(library, site.sitemap, local)
  expect(site.paths().filter((path) => path === '/page-0')).toHaveLength(1)
})

test('pruning removes what the site no longer has, not what it failed to show', async () => {
  const site = await testSite({ '/a': page('А'), '/b': page('Б'), '/c': page('В') })
  const { library } = await start()
  await importTo(library, site.sitemap, local)
  site.pages.set('/b', { status: 500 })
  site.pages.set('/c', { status: 410 })
  const { report } = await importTo(library, site.sitemap, { ...local, prune: true })
  expect(report).toMatchObject({ removed: ['c'], pruned: true, failed: 2 })
  expect((await library.list()).map(({ id }) => id)).toEqual(['a', 'b'])
})

test('a sitemap of sitemaps, gzipped ones too, is read, and found from the address of the site', async () => {
  const site = await testSite({ '/a': page('А'), '/b': page('Б') })
  const index = `<sitemapindex><sitemap><loc>${site.origin}/one.xml</loc></sitemap><sitemap><loc>${site.origin}/two.xml</loc></sitemap></sitemapindex>`
  const map = (path: string) => `<urlset><url><loc>${site.origin}${path}</loc></url></urlset>`
  site.pages.set('/index.xml', { body: index })
  site.pages.set('/one.xml', { body: map('/a') })
  site.pages.set('/two.xml', { body: gzipSync(map('/b')) })
  site.pages.set('/robots.txt', { body: `Sitemap: ${site.origin}/index.xml` })
  const { library } = await start()
  await importTo(library, `${site.origin}/`, local)
  expect((await library.list()).map(({ id }) => id)).toEqual(['a', 'b'])
})

test('a page in an old encoding keeps its letters', async () => {
  const windows1251 = Uint8Array.from([0xd2, 0xee, 0xe2, 0xe0, 0xf0])
  const body = Buffer.concat([Buffer.from('<meta charset="windows-1251"><p>'), windows1251])
  const site = await testSite({ '/a': { headers: { 'content-type': 'text/html' }, body } })
  const { library } = await start()
  await importTo(library, site.sitemap, local)
  expect((await library.get('a'))?.blocks).toEqual([{ type: 'paragraph', children: [words('Товар')] }])
})

test('what is not a sitemap is refused in a line', async () => {
  const site = await testSite({})
  site.pages.set('/sitemap.xml', page('Не карта'))
  await expect(importTo(await emptyLibrary(), site.sitemap, local)).rejects.toThrow('is not a sitemap')
})

test('a site that does not answer is named in a line', async () => {
  const site = await testSite({})
  site.close()
  await expect(importTo(await emptyLibrary(), site.sitemap, local)).rejects.toThrow('ECONNREFUSED')
})

test('the address given is asked first, whatever it is called', async () => {
  const site = await testSite({ '/a': page('А') })
  const map = `<urlset><url><loc>${site.origin}/a</loc></url></urlset>`
  site.pages.set('/index.php?route=feed/sitemap', { body: map })
  const { library } = await start()
  await importTo(library, `${site.origin}/index.php?route=feed/sitemap`, local)
  expect((await library.list()).map(({ id }) => id)).toEqual(['a'])
  expect(site.paths()).not.toContain('/sitemap.xml')
})

test('every sitemap that robots.txt names is read', async () => {
  const site = await testSite({ '/a': page('А'), '/b': page('Б') })
  const map = (path: string) => `<urlset><url><loc>${site.origin}${path}</loc></url></urlset>`
  site.pages.set('/one.xml', { body: map('/a') })
  site.pages.set('/two.xml', { body: map('/b') })
  site.pages.set('/robots.txt', {
    body: `\uFEFFUser-agent: *\r\nSitemap: ${site.origin}/one.xml\r\nSitemap: ${site.origin}/two.xml\r\n`,
  })
  const { library } = await start()
  await importTo(library, `${site.origin}/`, local)
  expect((await library.list()).map(({ id }) => id)).toEqual(['a', 'b'])
})

test('a sitemap of sitemaps goes on past one that is lost and one that is empty', async () => {
  const site = await testSite({ '/a': page('А') })
  const named = ['posts', 'lost', 'tags']
    .map((name) => `<sitemap><loc>${site.origin}/${name}.xml</loc></sitemap>`)
    .join('')
  site.pages.set('/sitemap.xml', { body: `<sitemapindex>${named}</sitemapindex>` })
  site.pages.set('/posts.xml', { body: `<urlset><url><loc>${site.origin}/a</loc></url></urlset>` })
  site.pages.set('/tags.xml', { body: '<urlset></urlset>' })
  const { library } = await start()
  const { report, troubles } = await importTo(library, site.sitemap, { ...local, prune: true })
  expect(report).toMatchObject({ added: 1, skipped: 1, failed: 1, pruned: false })
  expect(troubles).toMatchObject([
    { where: `${site.origin}/lost.xml`, reason: 'answered 404' },
    { where: `${site.origin}/tags.xml`, reason: 'an empty sitemap' },
  ])
})

test.each([
  [
    'with names of a prefix',
    (origin: string) =>
      `<?xml version="1.0"?><s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:url><s:loc>${origin}/a</s:loc></s:url></s:urlset>`,
  ],
  [
    'with pictures in it',
    (origin: string) =>
      `<urlset xmlns:image="x"><url><loc>${origin}/a</loc><image:image><image:loc>${origin}/p.png</image:loc></image:image></url></urlset>`,
  ],
  ['of plain lines', (origin: string) => `${origin}/a\n`],
])('a sitemap %s is read', async (_, body) => {
  const site = await testSite({ '/a': page('А') })
  site.pages.set('/sitemap.xml', { body: body(site.origin) })
  const { library } = await start()
  expect((await importTo(library, site.sitemap, local)).report).toMatchObject({ added: 1, failed: 0 })
})

test('pages that are not for everybody, copies and stubs are left out with the reason', async () => {
  const site = await testSite({
    '/a': page('А'),
    '/secret': {
      headers: { 'content-type': 'text/html' },
      body: '<meta name="robots" content="noindex, follow"><p>Для своих',
    },
    '/header': page('Б', undefined, { 'x-robots-tag': 'noindex' }),
    '/old': { status: 301, headers: { location: '/a' } },
    '/drawn': {
      headers: { 'content-type': 'text/html' },
      body: '<body><noscript>Включите скрипты</noscript><div id="root"></div><script src="/x.js"></script>',
    },
  })
  const html = { 'content-type': 'text/html' }
  site.pages.set('/print', { headers: html, body: `<link rel="canonical" href="${site.origin}/a"><p>Печать` })
  site.pages.set('/stub', {
    headers: html,
    body: `<meta http-equiv="refresh" content="0; url=${site.origin}/a"><a href="/a">сюда</a>`,
  })
  const { library } = await start()
  const { report, troubles } = await importTo(library, site.sitemap, local)
  expect(report).toMatchObject({ added: 1, skipped: 5, failed: 1 })
  expect(troubles.map((one) => ('reason' in one ? one.reason : ''))).toEqual([
    'not for search engines (noindex)',
    'not for search engines (X-Robots-Tag)',
    `leads to ${site.origin}/a`,
    'no words in it: drawn by scripts, which are not run',
    `a copy of ${site.origin}/a`,
    `leads elsewhere: ${site.origin}/a`,
  ])
})

test('a page that changed changes its article alone', async () => {
  const site = await testSite({
    '/a': page('А', undefined, { etag: '"1"' }),
    '/b': page('Б', undefined, { etag: '"1"' }),
  })
  const { library } = await start()
  await importTo(library, site.sitemap, local)
  site.pages.set('/b', page('Б', '<p>Теперь иначе.</p>', { etag: '"2"' }))
  expect((await importTo(library, site.sitemap, local)).report).toMatchObject({ changed: 1, unchanged: 1 })
})

test('an import that may not spend all at once goes on where it paused, and asks for nothing twice', async () => {
  const failing = { status: 500 }
  const site = await testSite({
    '/a': page('А'),
    '/gone': page('Было'),
    '/broken': page('Сломано'),
    '/hidden': page('Скрыто'),
    '/b': page('Б'),
    '/c': page('В'),
    '/d': page('Г'),
  })
  const { library } = await start()
  await importTo(library, site.sitemap, local)
  site.pages.set('/gone', { status: 404 })
  site.pages.set('/broken', failing)
  site.pages.set('/hidden', page('Скрыто', '<p>Нет</p>', { 'x-robots-tag': 'noindex' }))
  site.pages.delete('/d')
  site.asked.length = 0
  // Each time /robots.txt and the sitemap, then pages.
  const bounded = { ...local, prune: true, most: { requests: 6, ms: 60_000 } }
  const first = await importTo(library, site.sitemap, bounded)
  expect(first.report).toMatchObject({ unchanged: 1, skipped: 1, failed: 2, left: 2, removed: [], pruned: false })
  const second = await importTo(library, site.sitemap, bounded)
  expect(second.report).toMatchObject({ left: 0, pruned: true, removed: ['d', 'gone', 'hidden'] })
  expect((await library.list()).map(({ id }) => id)).toEqual(['a', 'b', 'broken', 'c'])
  const pages = site.paths().filter((path) => !/robots|sitemap/.test(path))
  expect(pages).toEqual(['/a', '/gone', '/broken', '/hidden', '/b', '/c'])
})

test('an import that pauses comes further each time, however little it may spend', async () => {
  const site = await testSite({ '/a': page('А'), '/b': page('Б'), '/c': page('В') })
  const { library } = await start()
  const bounded = { ...local, most: { requests: 1, ms: 60_000 } }
  const left = []
  for (let time = 0; time < 3; time++) left.push((await importTo(library, site.sitemap, bounded)).report.left)
  expect(left).toEqual([2, 1, 0])
})

test('pictures of a site are cleaned, kept by the desk and shown from there; what it cannot clean stays where it is', async () => {
  const shown = ['cart.png', 'cart.png', 'logo.svg', 'move.gif', 'gone.png', 'private/x.png']
  const images = shown.map((name) => `<p>Слова.</p><img src="/img/${name}" alt="${name}">`).join('')
  const site = await testSite({ '/a': page('А', images), '/b': page('Б', `<p>Слова.</p>${images}`) })
  const alsoServed = {
    '/img/cart.png': { body: png() },
    '/img/logo.svg': { body: '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>' },
    '/img/move.gif': { body: 'GIF89a' },
    '/robots.txt': { body: 'User-agent: *\nDisallow: /img/private/' },
  }
  const sitemap = ['/a', '/b'].map((path) => `<url><loc>${site.origin}${path}</loc></url>`).join('')
  site.pages.set('/map.xml', { body: `<urlset>${sitemap}</urlset>` })
  for (const [path, served] of Object.entries(alsoServed)) site.pages.set(path, served)
  const { library } = await start()
  await importTo(library, `${site.origin}/map.xml`, local)
  const sources = ((await library.get('b'))?.blocks ?? []).flatMap((block) => (block.type === 'image' ? block.src : []))
  const at = (name: string) => `${site.origin}/img/${name}`
  const kept = expect.stringMatching(/^\/v1\/article-pictures\/[0-9a-f]{64}\.png$/)
  expect(sources).toEqual([kept, kept, at('logo.svg'), at('move.gif'), at('gone.png'), at('private/x.png')])
  expect((await library.pictures.get(sources[0]?.split('/').at(-1) ?? ''))?.bytes).toEqual(png())
  expect(site.paths().filter((path) => path === '/img/cart.png')).toHaveLength(1)
  expect(site.paths()).not.toContain('/img/private/x.png')
})

test('pictures of a site stay where they are if that is asked for', async () => {
  const site = await testSite({ '/a': page('А', '<p>Слова.</p><img src="/cart.png" alt="Корзина">') })
  const { library } = await start()
  await importTo(library, site.sitemap, { ...local, linkPictures: true })
  expect((await library.get('a'))?.blocks).toContainEqual(
    expect.objectContaining({ type: 'image', src: `${site.origin}/cart.png` }),
  )
  expect(site.paths()).not.toContain('/cart.png')
})

test('languages of one article belong together, as pages and sitemaps tell them', async () => {
  const alternate = (lang: string, href: string) => `<link rel="alternate" hreflang="${lang}" href="${href}">`
  const english = ({ body, ...rest }: Served) => ({ ...rest, body: String(body).replace('lang="ru"', 'lang="en"') })
  const site = await testSite({
    '/oplata': page(
      'Оплата',
      '<p>Оплата через PayPal.</p>',
      {},
      alternate('en', '/en/payment') + alternate('x-default', '/'),
    ),
    '/en/payment': english(page('Payment', '<p>Payment by PayPal.</p>', {}, alternate('ru-RU', '/oplata'))),
    '/vozvrat': page('Возврат'),
    '/en/refund': page('Refund'),
    '/': page('Справка'),
  })
  const loc = (path: string, other = '') =>
    `<url><loc>${site.origin}${path}</loc>${other && `<xhtml:link rel="alternate" hreflang="en" href="${site.origin}${other}"/>`}</url>`
  const locs =
    loc('/oplata') + loc('/en/payment') + loc('/vozvrat', '/en/refund') + loc('/en/refund', '/vozvrat') + loc('/')
  site.pages.set('/sitemap.xml', { body: `<urlset xmlns:xhtml="http://www.w3.org/1999/xhtml">${locs}</urlset>` })
  const { library } = await start()
  await importTo(library, site.sitemap, local)
  const documents = await collect(library.documents())
  expect(documents.map(({ id, translations }) => [id, translations])).toEqual([
    ['en/payment', ['oplata']],
    ['en/refund', ['vozvrat']],
    ['index', undefined],
    ['oplata', ['en/payment']],
    ['vozvrat', ['en/refund']],
  ])
  const inOwners = suggest(buildIndex(documents), { subject: 'payment by paypal', locale: 'en' })
  expect(inOwners.map(({ articleId }) => articleId)).toEqual(['en/payment'])
})
