// A desk's own words on the command line: what there is to say, and what is wrong with what is said instead.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runCli } from './support/run-cli.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const folder = temporaryFolder()
afterAll(folder.remove)

const file = join(folder.path, 'words.json')
const run = (...words: string[]) => runCli(folder.path, ['words', ...words])
const show = async (...options: string[]) => {
  const { out } = await run('show', ...options)
  return (JSON.parse(out) as { words: Record<string, Record<string, string>> }).words
}
const check = (content: unknown) => {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return run('check', file)
}

describe('words show', () => {
  it.each(['ru', 'uk', 'en'])(
    'prints every text in %s, which is a file that words check finds good',
    async (locale) => {
      const words = await show('--locale', locale)
      const texts = Object.keys(words[locale] ?? {})
      expect(Object.keys(words)).toEqual([locale])
      expect(texts.length).toBeGreaterThan(200)
      expect(await check({ words })).toMatchObject({ code: 0, out: `good: ${locale}: ${texts.length}\n` })
    },
  )

  it('is in Russian unless told otherwise, and only what holds a word where one is given, in capitals or not', async () => {
    const { ru = {} } = await show('--holding', 'билет')
    expect(ru).toMatchObject({ 'titles.ticket': 'Новый билет', 'home.queued': 'Билет ждёт отправки' })
    expect(Object.values(ru).filter((text) => !/билет/i.test(text))).toEqual([])
  })

  it('names the languages that there are where it is asked for another', async () => {
    const { code, err } = await run('show', '--locale', 'de')
    expect(code).toBe(2)
    expect(err).toContain('--locale is one of ru, uk, en')
  })
})

describe('words check', () => {
  it('takes the file of the documentation', async () => {
    const docs = readFileSync(new URL('../../docs/words.md', import.meta.url), 'utf8')
    const [, example = ''] = /```json\n([^]*?)```/.exec(docs) ?? []
    expect(await check(example)).toMatchObject({ code: 0, out: 'good: ru: 6\n' })
  })

  it.each<[string, unknown, string[]]>([
    [
      'every name that there is not',
      { words: { ru: { sedn: 'а', suport: 'б' } } },
      ['2 faults in', 'words.ru.sedn: ', 'words.ru.suport: '],
    ],
    [
      'one fault as one',
      { words: { ru: { suport: 'б' } } },
      ['1 fault in', 'words.ru.suport: nothing is said by this name: see words show'],
    ],
    [
      'a place that nothing stands for',
      { words: { ru: { write: 'Написать {0}' } } },
      ['1 fault in', 'words.ru.write: '],
    ],
    ['what is not JSON', '{words', ['1 fault in']],
  ])('says %s and ends with 1', async (_case, content, says) => {
    const { code, out, err } = await check(content)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    for (const line of says) expect(err).toContain(line)
  })

  it('tells a file that cannot be read from a file that is missing in the call', async () => {
    expect(await run('check', `${file}.none`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('cannot be read'),
    })
    expect(await run('check')).toMatchObject({ code: 2, err: expect.stringContaining('<file.json> is missing') })
  })
})
