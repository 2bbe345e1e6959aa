import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { createTestApp } from '../test/support/test-app.ts'
import { loadKnownWords } from './node/words-file.ts'
import { readOwnWords } from './own-words.ts'
import type { KnownWords } from './own-words.ts'

let known: KnownWords
beforeAll(async () => {
  known = await loadKnownWords()
})

const faultsIn = (file: unknown) => {
  const read = readOwnWords(JSON.stringify(file), known)
  return 'faults' in read ? read.faults : []
}

describe('a file of a desk’s own words', () => {
  it('may say all that the widget says, as it is shown', () => {
    expect(faultsIn({ words: known.words })).toEqual([])
    expect(known.words.ru).toMatchObject({
      support: 'Поддержка',
      'home.reaction': expect.stringContaining('{0|час|часа|часов}'),
      'findings.too_long': expect.stringContaining('{max}'),
    })
  })

  it('may be a further language, if it lacks nothing', () => {
    const kazakh: { words: { ru: Record<string, string> } } = JSON.parse(
      readFileSync(new URL('../../docs/words.kk.json', import.meta.url), 'utf8'),
    )
    expect(faultsIn(kazakh)).toEqual([])
    const { close: _gone, ...rest } = kazakh.words.ru
    expect(faultsIn({ words: { ru: rest } })).toEqual([
      'words.ru.tag says that this is a language of its own; it lacks close',
    ])
  })

  it('hears of every name and every place that there is not, with what to do', () => {
    const words = { 'ticket.sned': 'x', 'thread.serach': 'x', send: 'x', support: '{0}', 'ticket.step': 'Шаг {1}' }
    expect(faultsIn({ words: { ru: words } })).toEqual([
      'words.ru.ticket.sned: the widget says nothing of this name: see words show',
      'words.ru.thread.serach: the widget says nothing of this name: see words show',
      'words.ru.send: the widget says nothing of this name; is it ticket.send, review.send?',
      'words.ru.support: {0} stands for nothing: it is given nothing',
      'words.ru.ticket.step: {1} stands for nothing: there is {0}',
    ])
    expect(faultsIn({ words: { fr: {} } })[0]).toMatch(/^words/)
    expect(faultsIn({ logo: '<svg>' })[0]).toMatch(/^logo is wrong/)
    expect(faultsIn([])).toHaveLength(1)
  })
})

it('own words come with the hours of support, in the language that was asked for', async () => {
  const logo = 'M2 2h20v20H2z'
  const test = await createTestApp({ ownWords: { words: { ru: { support: 'Служба заботы' } }, logo } })
  const own = async (locale: string) => (await test.app.request(`/v1/support?locale=${locale}`)).json()
  expect(await own('ru')).toMatchObject({ own: { locale: 'ru', words: { support: 'Служба заботы' }, logo } })
  expect(await own('en')).toMatchObject({ own: { locale: 'en', words: {}, logo } })
  await test.close()
})
