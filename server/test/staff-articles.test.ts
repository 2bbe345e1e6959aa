// Documentation as those who write it keep it through the API.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Article } from '@bilet/shared/article'
import { createSuggestions } from '../src/articles/suggestions.ts'
import { png } from '../src/attachments/image/test-pictures.ts'
import { createAgent } from './support/agent.ts'
import { createDesk } from './support/desk.ts'
import type { Desk } from './support/desk.ts'
import { createTestApp, noon, staffToken } from './support/test-app.ts'
import type { TestApp } from './support/test-app.ts'

let test: TestApp
let desk: Desk

beforeEach(async () => {
  test = await createTestApp()
  desk = createDesk(test)
})
afterEach(() => test.close())

type Listed = { items: { id: string; title: string; source: string }[]; nextCursor: string | null }

const domain = 'Чтобы подключить домен, укажите NS-серверы у регистратора.'
const found = async (question: string) => (await desk.ask(question)).suggestions.map(({ articleId }) => articleId)

/** The status and code of a refused PUT. */
async function refusal(id: string, body: object, headers: Record<string, string> = {}) {
  const response = await test.app.request(`/v1/staff/articles/${id}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${staffToken}`, 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const problem = (await response.json()) as { code: string; issues?: { path: string }[] }
  return { status: response.status, code: problem.code, path: problem.issues?.[0]?.path }
}

describe('a documentation writer', () => {
  it('writes Markdown, and owners read it as a tree and find it at once', async () => {
    const markdown = `## Что понадобится\n\n${domain}\n\n1. Откройте **Настройки**.\n2. Впишите домен.`
    const article = await desk.write('start/domain', markdown, 'Подключить домен')
    expect(article).toMatchObject({ id: 'start/domain', lang: 'ru', url: '', updatedAt: new Date(noon).toISOString() })
    expect(article.blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'list'])
    expect(await desk.open('start/domain')).toEqual(article)
    expect(await found('как подключить домен')).toEqual(['start/domain'])
  })

  it('puts a tree back as it was got', async () => {
    const { title, lang, blocks } = await desk.write('domain', domain, 'Подключить домен')
    const copy = await desk.asStaff<Article>('PUT', '/articles/copy', { title, lang, blocks })
    expect(copy.blocks).toEqual(blocks)
  })

  it('replaces an article: the old words find nothing any more', async () => {
    await desk.write('page', domain, 'Подключить домен')
    await desk.write('page', 'Как оформить возврат товара и вернуть покупателю деньги.', 'Оформить возврат')
    expect(await found('подключить домен')).toEqual([])
    expect(await found('оформить возврат')).toEqual(['page'])
  })

  it('removes an article for readers and for search', async () => {
    await desk.write('domain', domain, 'Подключить домен')
    await desk.asStaff('DELETE', '/articles/domain')
    expect(await found('как подключить домен')).toEqual([])
    await expect(desk.open('domain')).rejects.toThrow('404')
    await expect(desk.asStaff('DELETE', '/articles/domain')).rejects.toThrow('404')
  })

  it('links articles by their ids, from where they stand', async () => {
    const { blocks } = await desk.write('start/domain', 'См. [почту](mail) и [цены](../prices.md#plans).')
    expect(JSON.stringify(blocks)).toContain('"articleId":"start/mail"')
    expect(JSON.stringify(blocks)).toContain('"articleId":"prices","anchor":"plans"')
  })

  it('writes deep lists and gets no further than the tree allows', async () => {
    const nested = Array.from({ length: 12 }, (_, level) => `${'  '.repeat(level)}- пункт ${level}`).join('\n')
    const { title, blocks } = await desk.write('deep', nested, 'Вложенные списки')
    expect(JSON.stringify(blocks)).toContain('пункт 11')
    expect((await desk.asStaff<Article>('PUT', '/articles/deep', { title, blocks })).blocks).toEqual(blocks)
  })

  it('learns the language from the letters where none is named', async () => {
    const body = { title: 'Підключити домен', markdown: 'Щоб підключити домен, вкажіть його в налаштуваннях.' }
    expect(await desk.asStaff('PUT', '/articles/uk', body)).toMatchObject({ lang: 'uk' })
  })

  it('pages through all articles, each once, whatever is added meanwhile', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    for (const id of ids) await desk.write(id, domain)
    const first = await desk.asStaff<Listed>('GET', '/articles?limit=2')
    await desk.write('f', domain)
    const seen = [...first.items]
    for (let cursor = first.nextCursor; cursor !== null;) {
      const page = await desk.asStaff<Listed>('GET', `/articles?limit=2&cursor=${cursor}`)
      seen.push(...page.items)
      cursor = page.nextCursor
    }
    const listed = seen.map(({ id }) => id).filter((id) => id !== 'f')
    expect(listed.toSorted()).toEqual(ids)
    expect(seen[0]).toMatchObject({ source: 'staff' })
  })

  it.each([
    { what: 'neither Markdown nor a tree', body: { title: 'Т' }, code: 'markdown_or_blocks' },
    { what: 'both', body: { title: 'Т', markdown: 'т', blocks: [] }, code: 'markdown_or_blocks' },
    { what: 'a field that is not known', body: { title: 'Т', markdown: 'т', html: '<b>' }, code: 'unknown_field' },
    { what: 'no title', body: { markdown: 'т' }, code: 'invalid_type', path: 'title' },
    { what: 'an address that runs', body: { title: 'Т', markdown: 'т', url: 'javascript:alert(1)' }, path: 'url' },
    { what: 'a block of another kind', body: { title: 'Т', blocks: [{ type: 'html', text: '<b>' }] } },
    { what: 'front matter that is not YAML', body: { title: 'Т', markdown: '---\na: [\n---\nт' }, code: 'unreadable' },
  ])('is refused $what', async ({ body, code, path }) => {
    expect(await refusal('page', body)).toMatchObject({ status: 422, ...(code && { code }), ...(path && { path }) })
    await expect(desk.open('page')).rejects.toThrow('404')
  })

  it('keeps no script and no link that runs', async () => {
    const markdown = 'Текст <script>alert(1)</script> [ссылка](javascript:alert(1)) <img src=x onerror=alert(1)>'
    expect(JSON.stringify((await desk.write('page', markdown)).blocks)).not.toMatch(/alert|javascript/)
  })

  it('needs the scope admin', async () => {
    const token = await test.agentToken('Олег', ['read', 'write'])
    const body = { title: 'Т', markdown: 'т' }
    expect(await refusal('page', body, { Authorization: `Bearer ${token}` })).toMatchObject({ status: 403 })
  })
})

describe('the desk’s lexicon', () => {
  const words = { same: [['парадная', 'домен']], names: [], suggests: [] }

  beforeEach(() => desk.write('domain', domain, 'Подключить домен'))

  it('is empty at first and then what was put', async () => {
    expect(await desk.asStaff('GET', '/lexicon')).toEqual({ same: [], names: [], suggests: [] })
    await desk.asStaff('PUT', '/lexicon', words)
    expect(await desk.asStaff('GET', '/lexicon')).toEqual(words)
  })

  it('lets owners find an article by the desk’s own words, in any form, and no longer when they are gone', async () => {
    expect(await found('про парадную')).toEqual([])
    await desk.asStaff('PUT', '/lexicon', words)
    expect(await found('про парадную')).toEqual(['domain'])
    await desk.asStaff('PUT', '/lexicon', { same: [], names: [], suggests: [] })
    expect(await found('про парадную')).toEqual([])
  })

  it('is heeded by every other process within five seconds', async () => {
    let now = noon
    const clock = () => now
    const elsewhere = createSuggestions({
      library: test.deps.articles,
      clock,
      queryIds: { give: () => 'q', isOf: () => true },
    })
    const ask = async () => (await elsewhere.suggest({ subject: 'про парадную' }, { kind: 'guest' })).suggestions
    expect(await ask()).toEqual([])
    await desk.asStaff('PUT', '/lexicon', words)
    now += 5_000
    expect(await ask()).toMatchObject([{ articleId: 'domain' }])
  })

  it('outlives articles put and removed later', async () => {
    await desk.asStaff('PUT', '/lexicon', words)
    await desk.write('other', 'Как оформить возврат товара.', 'Оформить возврат')
    expect(await found('про парадную')).toEqual(['domain'])
  })

  it('takes nothing away from the product’s own words', async () => {
    await desk.write('icon', 'Где загрузить фавикон магазина.', 'Загрузить фавикон')
    await desk.asStaff('PUT', '/lexicon', words)
    expect((await found('загрузить значок вкладки'))[0]).toBe('icon')
  })
})

describe('an agent who answers', () => {
  it('finds an article by its words and reads it, with a token that may only read', async () => {
    await desk.write('start/domain', domain, 'Подключить домен')
    await desk.write('money/card', 'Карта не проходит, если банк её отклонил.', 'Оплата картой')
    const { token } = await desk.asStaff<{ token: string }>('POST', '/tokens', { name: 'Борис', scopes: ['read'] })
    const boris = createAgent(test, token)
    const { body } = await boris.send<Listed>('GET', `/articles?q=${encodeURIComponent('подключить домен')}`)
    expect(body).toMatchObject({ items: [{ id: 'start/domain', title: 'Подключить домен' }], nextCursor: null })
    expect(body.items[0]).toHaveProperty('excerpt')
    const article = await boris.send<Article>('GET', `/articles/${encodeURIComponent('start/domain')}`)
    expect(article.body.title).toBe('Подключить домен')
    expect((await boris.send('DELETE', '/articles/domain')).status).toBe(403)
  })

  it('looks for articles without its being counted as an owner’s question', async () => {
    const { body } = await createAgent(test, staffToken).send<Listed>('GET', '/articles?q=космос')
    expect(body.items).toEqual([])
    await test.deps.learning.flush()
    expect((await desk.asStaff<{ groups: unknown[] }>('GET', '/reports/unanswered')).groups).toEqual([])
  })
})

describe('a picture of an article', () => {
  it('is served by its name to everybody, for ever, and as nothing but a picture', async () => {
    const name = `${'0a'.repeat(32)}.png`
    await test.deps.articles.pictures.put(`/v1/article-pictures/${name}`, png())
    const response = await test.app.request(`/v1/article-pictures/${name}`)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    })
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(png())
  })

  it.each([`${'0b'.repeat(32)}.png`, 'cart.png', `${'0a'.repeat(32)}.svg`, '..%2Fcurrent'])(
    'is not to be had by the name %s',
    async (name) => {
      const { status } = await test.app.request(`/v1/article-pictures/${name}`)
      expect([400, 404, 422]).toContain(status)
    },
  )
})
