// Files come from old programs too: what they wrote is read by the letters that they meant.
import { expect, test } from 'vitest'
import { emptyLibrary, folderOf, importFiles, importTo, paragraph } from '../test-import.ts'

const cyrillic = 'Печать накладной. Откройте заказ в админ-панели и нажмите кнопку внизу страницы.'

/** By the tables of these encodings, for the letters above. */
function encode(text: string, encoding: 'windows-1251' | 'koi8-u' | 'ibm866'): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const byLetter = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const),
  )
  return Uint8Array.from(Array.from(text), (letter) => byLetter.get(letter) ?? 63)
}

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const page = (charset: string) =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body><p>${cyrillic}</p></body></html>`

test.each<[string, string, Uint8Array]>([
  ['Markdown in windows-1251', 'a.md', encode(cyrillic, 'windows-1251')],
  ['Markdown in KOI8-U', 'a.md', encode(cyrillic, 'koi8-u')],
  ['Markdown of DOS', 'a.md', encode(cyrillic, 'ibm866')],
  ['Markdown in UTF-16 with a mark', 'a.md', utf16(cyrillic)],
  ['Markdown in UTF-8 with a mark', 'a.md', Buffer.from(`\uFEFF${cyrillic}`)],
  ['a page that names windows-1251', 'a.html', encode(page('windows-1251'), 'windows-1251')],
  ['a page that names KOI8-U', 'a.html', encode(page('koi8-u'), 'koi8-u')],
  ['a page in UTF-16 with a mark', 'a.html', utf16(page('utf-16'))],
])('%s keeps its letters', async (_, path, bytes) => {
  const { library } = await importFiles({ [path]: bytes })
  expect((await library.get('a'))?.blocks).toEqual([paragraph(cyrillic)])
})

test('JSON Lines in windows-1251 keep their letters', async () => {
  const folder = await folderOf({
    'docs.jsonl': encode(JSON.stringify({ id: 'a', title: 'Накладная', body: cyrillic }), 'windows-1251'),
  })
  const { library } = await importTo(await emptyLibrary(), `${folder}/docs.jsonl`)
  expect((await library.get('a'))?.blocks).toEqual([paragraph(cyrillic)])
})

test('what is no text fails by that name', async () => {
  const { troubles } = await importFiles({
    'photo.md': Uint8Array.from({ length: 400 }, (_, at) => (at * 7) % 256),
    'good.md': 'Текст.',
  })
  expect(troubles).toMatchObject([{ kind: 'failed', where: 'photo.md', reason: 'not text' }])
})
