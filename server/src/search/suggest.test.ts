import { growthOf, proportional } from '../../test/support/growth.ts'
import { describe, expect, it } from 'vitest'
import { buildIndex } from './build-index.ts'
import { createLinkedDrafts } from './linked-drafts.ts'
import { emptyLexicon } from './lexicon/lexicon.ts'
import { readNotions } from './lexicon/read-notions.ts'
import { sampleArticles } from './test-sample.ts'
import { translationKey } from './rank/translations.ts'
import { wishOf } from './rank/shown-piece.ts'
import { suggest } from './suggest.ts'
import { shippedTuning } from './tuning.ts'
import type { SuggestQuery } from './suggest.ts'

const index = buildIndex(sampleArticles)
const first = (query: SuggestQuery): string | undefined => suggest(index, query)[0]?.articleId

describe('an owner finds the article', () => {
  it.each([
    ['in any form of its words', 'о замене логотипов', 'logo'],
    ['typed with the wrong keyboard layout', 'gjlrk.xtybt ljvtyf', 'domain'],
    ['typed in Latin letters', 'stoimost dostavki', 'shipping'],
    ['with a brand spelt by ear', 'подключить пейпал', 'paypal'],
    ['with mistakes in it', 'подклучение дамена', 'domain'],
    ['with letters doubled or dropped', 'возрат на касе', 'returns'],
    ['in Ukrainian', 'вартість доставки замовлення', 'shipping'],
    ['in words of the trade that it does not use', 'промокод', 'coupons'],
    ['while the last word is being typed', 'бесплатная дост', 'shipping'],
    ['with a compound written apart', 'ssl-сертификат', 'domain'],
  ])('%s', (_how, subject, article) => {
    expect(first({ subject })).toBe(article)
  })

  it('although a letter greets, tells a story, pastes a log and is signed', () => {
    const description = [
      'Здравствуйте, уважаемая поддержка!',
      'Как сделать бесплатную доставку от суммы заказа?',
      'Пробовали вчера весь вечер, заранее спасибо!',
      '2026-11-02T10:33:12.114Z ERROR [http-nio-8080] com.shop.Coupons - Request failed with status 500',
      '    at Coupons.apply (https://cdn.example.com/app.js:1:22331)',
      '--',
      'С уважением, Анна, магазин «Купоны и логотипы»',
    ].join('\n')
    expect(first({ description })).toBe('shipping')
  })

  it('by the subject rather than by what the steps mention on the way', () => {
    const steps = ['Открыл раздел «Доставка»', 'Нажал «Стоимость доставки»']
    expect(first({ subject: 'Где поменять логотип', steps })).toBe('logo')
  })
})

it('looks for what sixty-four unknown words of a letter may have meant, and for no more', () => {
  const unknown = (count: number) =>
    Array.from({ length: count }, (_, at) => `щщ${'абвгдежз'[at % 8]}${at}ъъ`).join(' ')
  const asked = (count: number) => first({ description: `${unknown(count)}\nподклучение дамена` })
  expect([asked(62), asked(64)]).toEqual(['domain', undefined])
})

it('an answer does not depend on what was asked before it', () => {
  const subjects = ['о замене логотипов', 'подклучение дамена', 'бесплатная дост', 'промокод', 'stoimost dostavki']
  const letters = subjects.map((subject) => ({ description: `${subjects.join('. ')}. ${subject}?` }))
  const drafts = [...subjects.map((subject) => ({ subject })), ...letters]
  const alone = drafts.map((draft) => suggest(buildIndex(sampleArticles), draft))
  expect(drafts.map((draft) => suggest(index, draft))).toEqual(alone)
  expect(drafts.toReversed().map((draft) => suggest(index, draft))).toEqual(alone.toReversed())
})

describe('nothing is suggested', () => {
  it.each([
    ['for what no article speaks of', 'выгрузка объявлений на авито'],
    ['for a service that the documentation does not know', 'уведомления в телеграм'],
    ['for greetings alone', 'Здравствуйте, подскажите пожалуйста'],
    ['for nothing', ''],
    ['for signs and emoji', '🙂🙂 !!! ???'],
    ['for figures', '11542 2026'],
  ])('%s', (_what, subject) => {
    expect(suggest(index, { subject })).toEqual([])
  })

  it('by an index of no articles', () => {
    expect(suggest(buildIndex([]), { subject: 'логотип' })).toEqual([])
  })
})

it('an English word tells as much as what it means, though one article has it as it is', () => {
  const texts = [...Array<string>(5).fill('Откройте настройки домена.'), 'Настройки домена: переменная domain.']
  const pages = texts.map((body, at) => {
    return { id: `page-${at}`, title: `Страница ${at}`, url: `/docs/${at}`, lang: 'ru', headings: [], body }
  })
  const [found] = suggest(buildIndex([...sampleArticles, ...pages]), { subject: 'domain is not working' })
  expect(found?.articleId).toBe('domain')
})

it('what a coarser documentation tells under another name is looked for there, but not suggested for that alone', () => {
  const notions = readNotions('самовывоз\n  ^ способы доставки')
  const methods = { id: 'methods', title: 'Способы доставки', url: '/docs/methods', lang: 'ru', headings: [] }
  const docs = [...sampleArticles, { ...methods, body: 'Добавьте способ доставки.' }]
  const found = (threshold: number) =>
    suggest(buildIndex(docs, emptyLexicon, notions), { subject: 'самовывоз' }, { ...shippedTuning, threshold })
  expect(found(0)[0]?.articleId).toBe('methods')
  expect(found(shippedTuning.threshold)).toEqual([])
})

it('a verb that no article has silences nothing, a noun does', () => {
  expect(first({ subject: 'перекинуть домен' })).toBe('domain')
  expect(first({ subject: 'посуточная аренда комнаты с доменом' })).toBeUndefined()
})

it('confidence does not fall because a question is told at length', () => {
  const [asked] = suggest(index, { subject: 'стоимость доставки заказа' })
  const description =
    'Здравствуйте! У нас маленькая пекарня, развозим торты по городу на своей машине. Где задать стоимость доставки заказа?'
  const [told] = suggest(index, { description })
  expect(told?.articleId).toBe('shipping')
  expect(told?.confidence).toBeGreaterThan(0.9 * (asked?.confidence ?? 1))
})

it('an article is surer for the words of the question than for a rewording of them', () => {
  const notions = readNotions('самовывоз\n  выдача заказов')
  const page = { id: 'page', url: '/docs/page', lang: 'ru', headings: [], body: 'Отметьте пункт на карте.' }
  const confidence = (title: string, ownWords: number) => {
    const known = buildIndex([...sampleArticles, { ...page, title }], emptyLexicon, notions)
    return suggest(known, { subject: 'самовывоз' }, { ...shippedTuning, ownWords })[0]?.confidence ?? 0
  }
  expect(confidence('Выдача заказов', 1)).toBe(confidence('Выдача заказов', 0))
  expect(confidence('Самовывоз', 1)).toBeGreaterThan(confidence('Самовывоз', 0))
})

it('the less documentation tells of what such words ask, the more an article must hold to be suggested', () => {
  const confidence = (documented: number) =>
    suggest(index, { subject: 'оплата через paypal', documented })[0]?.confidence ?? 0
  expect(confidence(0)).toBe(suggest(index, { subject: 'оплата через paypal' })[0]?.confidence)
  expect(confidence(-0.2)).toBeLessThan(confidence(0))
  expect(confidence(0.2)).toBeGreaterThan(confidence(0))
})

it('what words tell has an end, however many there are', () => {
  const told = (documented: number) =>
    suggest(index, { subject: 'оплата через paypal', documented }, { ...shippedTuning, threshold: 0 })[0]?.confidence
  expect(told(1_000)).toBe(told(5))
  expect(told(1_000)).toBeLessThanOrEqual(1)
  expect(told(-1_000)).toBe(told(-5))
})

describe('the excerpt', () => {
  it('is the passage that answers, under its heading', () => {
    const [top] = suggest(index, { subject: 'бесплатная доставка от какой суммы' })
    expect(top?.section).toBe('Бесплатная доставка')
    expect(top?.excerpt.text).toContain('включается от суммы заказа')
  })

  it('marks the words that match, in whatever form they stand', () => {
    const [top] = suggest(index, { subject: 'как задать стоимость доставок' })
    const marked = top?.excerpt.marks.map(([start, end]) => top.excerpt.text.slice(start, end))
    expect(marked).toEqual(expect.arrayContaining(['Стоимость', 'доставки']))
  })

  it('marks the word that a synonym led to', () => {
    const [top] = suggest(index, { subject: 'промокод на скидку' })
    const marked = top?.excerpt.marks.map(([start, end]) => top.excerpt.text.slice(start, end).toLowerCase())
    expect(marked).toEqual(expect.arrayContaining(['купон']))
  })

  it('is whole sentences', () => {
    const body = [
      'Раздел открывается из меню панели, там же лежат отчёты и выгрузки за прошлые месяцы, которые хранятся ровно один год.',
      'Искомое значение задаётся в третьем поле, под которым написано, что оно означает и в каких единицах считается.',
      'После сохранения откройте витрину в новом окне и проверьте, что значение изменилось для всех посетителей сразу.',
    ].join(' ')
    const long = buildIndex([{ id: 'one', title: 'Искомое', url: '', lang: 'ru', headings: [], body }])
    const [top] = suggest(long, { subject: 'искомое значение' })
    expect(top?.excerpt.text).toMatch(/^…?(?:Искомое|Раздел)/u)
    expect(top?.excerpt.text).toMatch(/[.]…?$/u)
  })

  describe('of an article that tells how, and what to do where it fails', () => {
    const headings = ['Добавить домен', 'Несколько адресов', 'Если не получилось']
    const body = [
      'Свой домен подключается к магазину на всех тарифах, кроме бесплатного.',
      'Добавить домен',
      'Откройте настройки и нажмите «Добавить домен».',
      'Введите его имя без слешей.',
      'Несколько адресов',
      'Остальные адреса магазина перенаправляют на основной.',
      'Если не получилось',
      'Домен подключён к другому магазину. Домен не подключён: проверьте, чьи у него серверы имён.',
    ].join('\n')
    const one = buildIndex([
      { id: 'one', title: 'Подключить свой домен', url: '', lang: 'ru', headings, body },
      ...sampleArticles.filter(({ id }) => id !== 'domain'),
    ])
    const shown = (subject: string) => suggest(one, { subject })[0]?.excerpt.text

    it('is the beginning of a section though its heading begins like a trouble', () => {
      expect(shown('как перенаправить остальные адреса магазина на основной')).toMatch(/^Остальные адреса/u)
    })

    it.each(['как подключить свой домен', 'Як підключити домен?'])('is the beginning of the steps: %s', (question) => {
      expect(shown(question)).toMatch(/^Откройте настройки/u)
    })

    it.each(['как подключить несколько доменов', 'как сделать, чтобы домен не продлевался', 'how to connect a domain'])(
      'is not what is said of the trouble, though a word begins like one of it: %s',
      (question) => expect(wishOf(question)).toBe('steps'),
    )

    it.each(['не подключается домен', 'почему домен не подключён'])(
      'is what is said of the trouble: %s',
      (question) => {
        expect(shown(question)).toMatch(/^Домен подключён к другому/u)
      },
    )
  })

  it('runs no line into the next: neither rows of a table nor items of a list', () => {
    const body = 'Статус · Что делает панель:\nНовый · ставит резерв\nСнимите резерв вручную'
    const one = buildIndex([{ id: 'one', title: 'Резерв', url: '', lang: 'ru', headings: [], body }])
    const [top] = suggest(one, { subject: 'как снять резерв' }, { ...shippedTuning, threshold: 0 })
    expect(top?.excerpt.text).toBe('Статус · Что делает панель: Новый · ставит резерв. Снимите резерв вручную.')
    const marked = top?.excerpt.marks.map(([start, end]) => top.excerpt.text.slice(start, end))
    expect(marked).toEqual(['резерв', 'резерв'])
  })

  it('stays short when a passage is one endless sentence', () => {
    const body = `${'слово '.repeat(2_000)}искомое ${'слово '.repeat(2_000)}`
    const long = buildIndex([
      ...sampleArticles,
      { id: 'long', title: 'Искомое', url: '', lang: 'ru', headings: [], body },
    ])
    const [top] = suggest(long, { subject: 'искомое' })
    expect(top?.excerpt.text.length).toBeLessThan(300)
    expect(top?.excerpt.marks.length).toBeGreaterThan(0)
  })
})

describe("the desk's knowledge", () => {
  it('adds its own words to the lexicon', () => {
    const own = { ...emptyLexicon, same: [['бухта', 'доставка']] }
    expect(suggest(buildIndex(sampleArticles), { subject: 'стоимость бухты' })[0]?.confidence ?? 0).toBeLessThan(
      suggest(buildIndex(sampleArticles, own), { subject: 'стоимость бухты' })[0]?.confidence ?? 0,
    )
  })

  it('lifts the article that staff linked for a like ticket, within a bound, and says so', () => {
    const query = { subject: 'деньги за заказ не дошли до покупателя', explain: true }
    const linked = createLinkedDrafts(index, [{ articleId: 'returns', text: 'деньги за заказ не дошли до покупателя' }])
    const before = suggest(index, query).find(({ articleId }) => articleId === 'returns')?.score ?? 0
    const after = suggest(index, { ...query, linked }).find(({ articleId }) => articleId === 'returns')
    expect(after?.score).toBeGreaterThan(before)
    expect(after?.explain?.linked).toBeGreaterThan(0)
    expect(after?.explain?.linked).toBeLessThanOrEqual(0.12)
  })

  it('does not lift it for another question, nor for a link to an article that is gone', () => {
    const linked = createLinkedDrafts(index, [
      { articleId: 'returns', text: 'деньги за заказ не дошли до покупателя' },
      { articleId: 'gone', text: 'логотип' },
    ])
    expect(suggest(index, { subject: 'логотип', linked })).toEqual(suggest(index, { subject: 'логотип' }))
  })

  it('prefers the language of the panel between articles that answer alike', () => {
    const twins = buildIndex([
      { id: 'en', title: 'PayPal', url: '', lang: 'en', headings: [], body: 'PayPal' },
      { id: 'uk', title: 'PayPal', url: '', lang: 'uk', headings: [], body: 'PayPal' },
    ])
    expect(suggest(twins, { subject: 'paypal', locale: 'uk' })[0]?.articleId).toBe('uk')
    expect(suggest(twins, { subject: 'paypal', locale: 'en-US' })[0]?.articleId).toBe('en')
  })
})

describe('an article in several languages', () => {
  const inTwo = buildIndex([
    { id: 'ru/payments/paypal', title: 'Оплата PayPal', url: '', lang: 'ru', headings: [], body: 'Подключите PayPal.' },
    { id: 'uk/payments/paypal', title: 'Оплата PayPal', url: '', lang: 'uk', headings: [], body: 'Підключіть PayPal.' },
    { id: 'refunds.ru', title: 'Возвраты PayPal', url: '', lang: 'ru', headings: [], body: 'Верните оплату PayPal.' },
    { id: 'refunds', title: 'PayPal refunds', url: '', lang: 'en', headings: [], body: 'Refund a PayPal payment.' },
  ])
  const idsFor = (subject: string, locale?: string) =>
    suggest(inTwo, { subject, locale }).map(({ articleId }) => articleId)

  it('is suggested once, in the language of the owner', () => {
    expect(idsFor('оплата paypal', 'uk').filter((id) => id.endsWith('payments/paypal'))).toEqual(['uk/payments/paypal'])
    expect(idsFor('оплата paypal', 'ru').filter((id) => id.endsWith('payments/paypal'))).toEqual(['ru/payments/paypal'])
    expect(idsFor('возвраты paypal', 'en')[0]).toBe('refunds')
  })

  it('is suggested in the language that answers where there is none of the owner', () => {
    expect(idsFor('возвраты paypal', 'uk')).toContain('refunds.ru')
    expect(idsFor('возвраты paypal', 'uk')).not.toContain('refunds')
  })

  it('is known by what its site says, where both sides say it', () => {
    const [body, headings, url] = ['PayPal', [], '']
    const told = buildIndex([
      { id: 'oplata', title: 'Оплата PayPal', url, lang: 'ru', translations: ['en', 'en/payment'], headings, body },
      { id: 'en/payment', title: 'PayPal payments', url, lang: 'en', translations: ['oplata'], headings, body },
      { id: 'vozvrat', title: 'Возврат PayPal', url, lang: 'ru', translations: ['en'], headings, body },
      { id: 'en', title: 'PayPal', url, lang: 'en', translations: [], headings, body },
    ])
    const found = (locale: string) =>
      suggest(told, { subject: 'paypal', locale, limit: 4 })
        .map(({ articleId }) => articleId)
        .toSorted()
    expect(found('ru')).toEqual(['en', 'oplata', 'vozvrat'])
    expect(found('en')).toEqual(['en', 'en/payment', 'vozvrat'])
  })

  it.each([
    ['docs/ru/orders/returns', 'docs/en/orders/returns'],
    ['guide/returns', 'ru/guide/returns'],
    ['docs/returns', 'i18n/uk/docusaurus-plugin-content-docs/current/returns'],
    ['returns.ru', 'returns.en-US'],
    ['content.ru/returns', 'content.en/returns'],
  ])('%s and %s are one', (one, other) => {
    expect(translationKey(one)).toBe(translationKey(other))
  })
})

describe('the section of an article', () => {
  const articleIn = (section: string, id: string) => ({
    id,
    title: 'Частые ошибки',
    url: '',
    lang: 'ru',
    section,
    headings: ['Как проверить'],
    body: 'Как проверить\nОткройте журнал и найдите строку с ошибкой.',
  })
  const twins = buildIndex([...sampleArticles, articleIn('Купоны', 'of-coupons'), articleIn('Доставка', 'of-delivery')])
  const firstTwin = (subject: string) =>
    suggest(twins, { subject }).find(({ articleId }) => articleId.startsWith('of-'))

  it('stands before the heading of the passage', () => {
    expect(firstTwin('частые ошибки доставки')?.section).toMatch(/^Доставка(?: › Как проверить)?$/)
  })

  it('tells between articles that answer alike', () => {
    expect(firstTwin('частые ошибки доставки')?.articleId).toBe('of-delivery')
    expect(firstTwin('частые ошибки купонов')?.articleId).toBe('of-coupons')
  })
})

it.each(['до\u00ADстав\u00ADка', 'до\u200Bставка', 'доста\u0301вка'])(
  'what is written as %j hides no word, in articles and in questions',
  (word) => {
    const [document] = [
      { id: 'a', title: `Платная ${word}`, url: '', lang: 'ru', headings: [], body: `${word} в город` },
    ]
    expect(suggest(buildIndex([document]), { subject: 'платная доставка' })[0]?.articleId).toBe('a')
    expect(suggest(index, { subject: `стоимость ${word}` })[0]?.articleId).toBe('shipping')
  },
)

describe('hostile text', () => {
  it.each([
    ['one word', () => 'я'],
    ['words', () => 'логотип доставка '],
    ['unknown words', (at: number) => `ъж${at.toString(36)}щ `],
    ['sentences', () => 'а. '],
    ['brackets and backslashes', () => '\\(([{'],
    ['lone surrogates', () => '\ud800 логотип \udfff '],
  ])('a hundred kilobytes of %s cost in proportion to their length', (_what, piece) => {
    const growth = growthOf((size) => {
      const text = Array.from({ length: size }, (_, at) => piece(at))
        .join('')
        .slice(0, size)
      suggest(index, { subject: text, description: text, steps: [text, text] })
    }, 25_000)
    expect(growth).toBeLessThan(proportional)
  })

  it.each(['__proto__', 'constructor', 'toString hasOwnProperty', 'prototype.__proto__'])(
    '%s is but a word',
    (subject) => {
      expect(suggest(index, { subject, explain: true })).toEqual([])
    },
  )
})
