import { expect, test } from 'vitest'
import { collect } from '../../util/collect.ts'
import { emptyLibrary, folderOf, importTo, paragraph, words } from './test-import.ts'

const line = (fields: Record<string, unknown>) =>
  JSON.stringify({ id: 'a', url: 'a.md', title: 'А', headings: [], body: 'Текст', lang: 'ru', ...fields })

async function importLines(...lines: string[]) {
  const folder = await folderOf({ 'file.jsonl': lines.join('\n') })
  return importTo(await emptyLibrary(), `${folder}/file.jsonl`)
}

test('plain text becomes paragraphs, its headings headings', async () => {
  const { library } = await importLines(
    line({ id: 'b2b/счета', headings: ['Шаги'], body: 'Вступление.\n\nШаги\nПервый.' }),
  )
  expect(await library.get('b2b/счета')).toMatchObject({
    url: 'a.md',
    blocks: [paragraph('Вступление.'), { type: 'heading', level: 2, children: [words('Шаги')] }, paragraph('Первый.')],
  })
  const [document] = await collect(library.documents())
  expect(document).toMatchObject({ headings: ['Шаги'], body: 'Вступление.\n\nШаги\nПервый.' })
})

test('only id, title and body have to be there', async () => {
  const { library } = await importLines(JSON.stringify({ id: 'a', title: 'Pay', body: 'How to pay' }))
  expect(await library.get('a')).toMatchObject({ lang: 'en', url: '' })
})

test('lines that are no articles are named by number and the rest goes on', async () => {
  const { report, troubles } = await importLines(
    '{',
    '',
    line({ title: 1 }),
    line({ id: '' }),
    line({}),
    line({}),
    '[]',
  )
  expect(report).toMatchObject({ added: 1, failed: 5 })
  expect(troubles.map((trouble) => ('reason' in trouble ? [trouble.where, trouble.reason] : []))).toEqual([
    ['line 1', 'not JSON'],
    ['line 3', 'not as expected: title'],
    ['line 4', 'not as expected: id'],
    ['line 6', 'the id a came before'],
    ['line 7', 'not as expected: the line'],
  ])
})

test('letters that no database keeps are replaced', async () => {
  const { library } = await importLines('{"id":"a","title":"А","body":"до\\u0000\\ud800после"}')
  expect((await library.get('a'))?.blocks).toEqual([paragraph('до\uFFFD\uFFFDпосле')])
})
