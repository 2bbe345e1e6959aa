import { readFileSync } from 'node:fs'
import { premSite } from '@bilet/shared/policy/prem-site'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SupportReply } from '@bilet/shared/replies'
import { draft } from '../test/support/over-http.ts'
import { createTestApp } from '../test/support/test-app.ts'
import type { TestApp } from '../test/support/test-app.ts'
import { loadKnownWords } from './node/words-file.ts'
import { readOwnWords } from './own-words.ts'
import type { KnownWords } from './own-words.ts'
import { letterWords } from './notify/letter-words.ts'
import { tellTime } from './notify/tell-time.ts'
import { createSpeech } from './speech.ts'

const kazakh: { languages: string[]; words: { kk: Record<string, string> } } = JSON.parse(
  readFileSync(new URL('../../docs/words.kk.json', import.meta.url), 'utf8'),
)

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
      'letters.received': 'Мы получили ваше обращение, его номер — {0}.',
      'home.reaction': expect.stringContaining('{0|час|часа|часов}'),
      'findings.too_long': expect.stringContaining('{max}'),
    })
  })

  it('may be a further language, if it lacks nothing', () => {
    const { kk } = kazakh.words
    expect(faultsIn(kazakh)).toEqual([])
    const { close: _gone, 'letters.reopens': _too, ...rest } = kk
    expect(faultsIn({ words: { kk: rest } })).toEqual([
      'words.kk.close is missing: a further language says everything',
      'words.kk.letters.reopens is missing: a further language says everything',
    ])
  })

  it('asks for no language but those that the desk names', () => {
    expect(faultsIn({ languages: ['kk'], words: kazakh.words })).toEqual([])
    expect(faultsIn({ languages: ['uk'] })).toEqual([])
    expect(faultsIn({ languages: ['kk', 'ru'], words: { ru: { support: 'Забота' } } })).toContain(
      'words.kk.support is missing: a further language says everything',
    )
    expect(faultsIn({ languages: ['ru'], words: { uk: { support: 'Турбота' } } })).toEqual([
      'words.uk: uk is not in "languages"',
    ])
    expect(faultsIn({ languages: [] })[0]).toMatch(/^languages is wrong/)
  })

  it('hears of every name and every place that there is not, with what to do', () => {
    const words = { 'ticket.sned': 'x', 'thread.serach': 'x', send: 'x', support: '{0}', 'ticket.step': 'Шаг {1}' }
    expect(faultsIn({ words: { ru: words } })).toEqual([
      'words.ru.ticket.sned: nothing is said by this name: see words show',
      'words.ru.thread.serach: nothing is said by this name: see words show',
      'words.ru.send: nothing is said by this name; is it ticket.send, review.send?',
      'words.ru.support: {0} stands for nothing: it is given nothing',
      'words.ru.ticket.step: {1} stands for nothing: there is {0}',
    ])
    expect(faultsIn({ words: { fr: {} } })[0]).toMatch(/^words/)
    expect(faultsIn({ logo: '<svg>' })[0]).toMatch(/^logo is wrong/)
    expect(faultsIn([])).toHaveLength(1)
  })
})

const noon = Date.parse('2026-03-04T09:00:00Z')

describe('a desk with words of its own', () => {
  const logo = 'M2 2h20v20H2z'
  const own = async (test: TestApp, locale: string) =>
    (await (await test.app.request(`/v1/support?locale=${locale}`)).json()) as SupportReply

  it('says them with the hours of support, in the language that was asked for', async () => {
    const words = { support: 'Служба заботы', 'letters.reopens': 'Пишите ещё.' }
    const test = await createTestApp({ ownWords: { words: { ru: words }, logo } })
    expect(await own(test, 'ru')).toMatchObject({ own: { locale: 'ru', words: { support: 'Служба заботы' }, logo } })
    expect((await own(test, 'ru')).own?.words).not.toHaveProperty('letters.reopens')
    expect(await own(test, 'en')).toMatchObject({ own: { locale: 'en', words: {}, logo } })
    await test.close()
  })

  it('speaks the languages that it names, to others its first, and keeps tickets in them', async () => {
    const [department] = premSite.departments
    const policy = {
      ...premSite,
      departments: premSite.departments.map((one) =>
        one === department ? { ...one, name: { ...one.name, kk: 'Техникалық бөлім' } } : one,
      ),
    }
    const test = await createTestApp({ ownWords: kazakh, policy })
    expect(await own(test, 'kk')).toMatchObject({
      own: { locale: 'kk', words: { 'titles.ticket': 'Жаңа өтінім' } },
      departments: [{ name: 'Техникалық бөлім' }, { name: premSite.departments[1]?.name.ru }, {}],
    })
    expect(await own(test, 'uk')).toMatchObject({ own: { locale: 'ru', words: {} } })
    expect(await own(test, 'ru')).not.toHaveProperty('own')
    const submit = (locale: string) =>
      test.app.request('/v1/tickets', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': locale },
        body: JSON.stringify({ ...draft, department: 'sales', email: 'aliya@shop.example', locale }),
      })
    expect((await submit('kk')).status).toBe(201)
    const refused = await submit('fr')
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({
      issues: [{ path: 'locale', code: 'invalid_choice', params: { choices: ['ru', 'uk', 'en', 'kk'] } }],
    })
    await test.close()
  })

  it('writes letters in them, with what it calls things', () => {
    const ru = { 'letters.receiptSubject': 'Обращение № {0} у нас' }
    const speech = createSpeech({ languages: ['ru', 'kk'], words: { ...kazakh.words, ru } })
    expect(speech.letters('ru').receiptSubject(7)).toBe('Обращение № 7 у нас')
    expect(speech.letters('ru').reopens).toBe(letterWords.ru.reopens)
    expect(speech.letters('uk').receiptSubject(7)).toBe('Обращение № 7 у нас')
    expect(speech.letters('kk').receiptSubject(7)).toBe('№ 7 өтінім қабылданды')
    expect(speech.letters('kk').answered('Олег', 7)).toBe('№ 7 өтінім бойынша Олег жауап береді:')
    expect(speech.letters('kk').answered(undefined, 7)).toBe('№ 7 өтінім бойынша жауап:')
    expect(speech.letters('kk').article('Домен', 'https://help.example/d')).toBe(
      '«Домен» мақаласы: https://help.example/d',
    )
    expect(tellTime(noon, 'Asia/Almaty', 'kk')).toMatch(/наурыз/)
  })
})
