import { expect, test } from 'vitest'
import type { Storage } from 'unstorage'
import { createStorage } from '../storage/storage.ts'
import { folderOf } from './import/test-import.ts'
import { importDocs } from './import/import-docs.ts'
import type { RecordEvent } from './learning/suggestion-event.ts'
import { indexHere } from './indexing.ts'
import { createLibrary } from './library.ts'
import { createSuggestions } from './suggestions.ts'

const domain =
  '---\ntitle: Подключить свой домен\n---\nКак подключить домен к магазину: укажите NS-серверы у регистратора.'
const returns = '---\ntitle: Оформить возврат\n---\nКак оформить возврат товара и вернуть покупателю деньги за заказ.'
const guest = { kind: 'guest' } as const

/** A process over a shared storage, with a clock of its own that the test turns. */
function processOver(storage: Storage) {
  let time = Date.UTC(2026, 0, 1)
  const clock = () => time
  const events: Parameters<RecordEvent>[0][] = []
  const troubles: unknown[] = []
  const library = createLibrary(storage, { clock })
  let loads = 0
  const { publish, load } = indexHere(library)
  const suggestions = createSuggestions({
    library,
    indexing: {
      publish,
      load: (version) => {
        loads++
        return load(version)
      },
    },
    clock,
    queryIds: { give: () => 'query', isOf: () => true },
    record: (event) => {
      events.push(event)
    },
    onTrouble: (error) => troubles.push(error),
  })
  const ask = async (subject: string) =>
    (await suggestions.suggest({ subject }, guest)).suggestions.map(({ articleId }) => articleId)
  return {
    library,
    suggestions,
    events,
    troubles,
    ask,
    loads: () => loads,
    pass: (seconds: number) => (time += seconds * 1_000),
  }
}

async function stored(files: Record<string, string>) {
  const storage = await createStorage('memory:')
  const importing = processOver(storage)
  await importDocs(importing.library, await folderOf(files))
  return { storage, importing }
}

test('an article answers as soon as it was imported', async () => {
  const { storage } = await stored({ 'domain.md': domain })
  expect(await processOver(storage).ask('как подключить домен')).toEqual(['domain'])
})

test('the index is read once, however many ask before it is there', async () => {
  const { storage } = await stored({ 'domain.md': domain })
  const { ask, suggestions, loads } = processOver(storage)
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask('как подключить домен')))
  await suggestions.ready()
  expect(answers.flat()).toEqual(Array.from({ length: 20 }, () => 'domain'))
  expect(loads()).toBe(1)
})

test('each question of a letter is answered by itself, and every answer tells which', async () => {
  const { importing } = await stored({ 'domain.md': domain, 'returns.md': returns })
  const ask = async (query: { subject: string; description?: string }) =>
    (await importing.suggestions.suggest({ ...query, limit: 2 }, guest)).suggestions.map((one) => [
      one.articleId,
      one.subject,
    ])
  const letter = 'Добрый день! Как подключить домен к магазину? Второй вопрос: как оформить возврат товара?'
  const both = [
    ['domain', 'Как подключить домен к магазину'],
    ['returns', 'как оформить возврат товара'],
  ]
  expect(await ask({ subject: letter })).toEqual(both)
  expect(await ask({ subject: 'Два вопроса', description: letter })).toEqual(both)
  const [only] = await ask({ subject: 'Как подключить домен к магазину?' })
  expect(only).toEqual(['domain', undefined])
})

test('a library without articles answers nothing', async () => {
  expect(await processOver(await createStorage('memory:')).ask('как подключить домен')).toEqual([])
})

test('every process notices an import within five seconds', async () => {
  const { storage, importing } = await stored({ 'domain.md': domain })
  const other = processOver(storage)
  expect(await other.ask('как оформить возврат')).not.toContain('returns')
  await importDocs(importing.library, await folderOf({ 'returns.md': returns }))
  other.pass(5)
  expect((await other.ask('как оформить возврат'))[0]).toBe('returns')
})

test('until an import is whole the old index answers', async () => {
  const { storage, importing } = await stored({ 'domain.md': domain })
  const other = processOver(storage)
  await other.suggestions.refresh()
  await importing.library.remove('domain')
  other.pass(5)
  expect(await other.ask('как подключить домен')).toEqual(['domain'])
})

test('when storage is out of reach the old index answers, and the trouble is told', async () => {
  const { storage } = await stored({ 'domain.md': domain })
  const other = processOver(storage)
  await other.suggestions.refresh()
  other.library.index.version = async () => Promise.reject(new Error('no storage'))
  other.pass(5)
  expect(await other.ask('как подключить домен')).toEqual(['domain'])
  expect(other.troubles).toHaveLength(1)
})

test.each(['cut short', 'of another format', 'lost'])(
  'an index that is %s is built again from the articles',
  async (how) => {
    const { storage } = await stored({ 'domain.md': domain })
    for (const key of await storage.getKeys('articles:index')) {
      if (how === 'lost') await storage.removeItem(key)
      else
        await storage.setItemRaw(key, how === 'cut short' ? new Uint8Array([0x1f, 0x8b, 8]) : await gzipped('another'))
    }
    expect(await processOver(storage).ask('как подключить домен')).toEqual(['domain'])
  },
)

const gzipped = async (text: string) =>
  new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer())

test('what owners made of a suggestion is told with its query', async () => {
  const { storage } = await stored({ 'domain.md': domain })
  const { suggestions, events, ask } = processOver(storage)
  await ask('как подключить домен')
  expect(await suggestions.feedback('domain', 'query', 'solved', guest)).toBe(true)
  expect(await suggestions.feedback('nothing', 'query', 'solved', guest)).toBe(false)
  expect(events).toMatchObject([
    { kind: 'shown', queryId: 'query', articleIds: ['domain'] },
    { kind: 'solved', queryId: 'query', articleId: 'domain' },
  ])
})
