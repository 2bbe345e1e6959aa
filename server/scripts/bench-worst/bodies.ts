// The worst that we know to send.
import { worstForms } from './forms.ts'
import type { FilledDesk, WorstBody } from './worst-body.ts'

const full = 20_000
const fill = (piece: string, length = full) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
const many = <T>(count: number, piece: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => piece(at))

/** Texts of the greatest length that make readers work; `words` are those of the help. */
const textsOf = (words: readonly string[]): Record<string, string> => ({
  'words of the help': fill(words.join(' ')),
  'words of the help, each with a mistake': fill(words.map(misspelt).join(' ')),
  'words of the help, each with two mistakes': fill(words.map(misspelt).map(misspelt).join('. ')),
  'halves of words of the help': fill(
    words.map((word, at) => word.slice(0, 4) + (words[at + 7] ?? '').slice(0, 4)).join(' '),
  ),
  'an ordinary letter, over and over': fill(
    'Здравствуйте! После обновления шаблона не приходят письма о заказе, и корзина пустая. Как это исправить? ',
  ),
  'words of two letters': fill('не да но '),
  'sentences of one letter': fill('а. '),
  'twenty thousand different words': fill(many(4_000, (at) => `слово${at.toString(36)}`).join(' ')),
  'questions alone': fill('Почему? '),
  'one endless word': fill('щ'),
  'digits and signs': fill('1-2(3) '),
  'words in the wrong layout': fill('yt hf,jnftn rjhpbyf '),
  'Latin letters that sound like names': fill('yandeks metrika prem sajt '),
  blanks: fill('а          \n'),
  addresses: fill('https://a.b/c?d=e '),
})

/** Another letter in the middle. */
const misspelt = (word: string, at: number) => `${word.slice(0, 3)}${'жщфцю'[at % 5]}${word.slice(4)}`

const steps = (text: string) => many(50, () => text.slice(0, 1_000))
const json = (value: unknown) => JSON.stringify(value)
const half = 500_000
const wide = (piece: string) => `{"steps":[${fill(`${piece},`, half).replace(/,[^,]*$/, '')}]}`

const article = (name: string, body: string): WorstBody => ({
  name,
  method: 'PUT',
  path: '/v1/staff/articles/worst',
  who: 'staff',
  body,
})

/** Every one of them, to a desk whose help has these words. */
export function worstBodies(words: readonly string[]): WorstBody[] {
  const drafts = Object.entries(textsOf(words)).flatMap(([name, text]): WorstBody[] => {
    const draft = { subject: text.slice(0, 200), description: text, steps: steps(text), locale: 'ru' }
    const ticket = { ...draft, screenshot: { attachments: [], links: ['https://prnt.sc/abc'] }, department: 'sales' }
    return [
      { name, method: 'POST', path: '/v1/tickets/check', who: 'guest', body: json(draft) },
      { name, method: 'POST', path: '/v1/suggestions', who: 'guest', body: json(draft) },
      { name, method: 'POST', path: '/v1/tickets', who: 'owner', body: json(ticket) },
    ]
  })
  const shapes: [name: string, body: string, budget?: number][] = [
    ['a quarter of a million zeros', wide('0')],
    ['empty lists', wide('[]')],
    ['forbidden names', wide('{"prototype":1}')],
    [
      'a name of a quarter of a megabyte',
      `{"${'k'.repeat(262_144)}":[${many(16_000, () => '{"prototype":1}').join()}]}`,
      5,
    ],
    ['two hundred thousand levels', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['a string of half a megabyte', json({ description: 'x'.repeat(half) })],
    [
      'as many wrong fields as fit',
      json(Object.fromEntries(many(999, (at) => `${at}${'ы'.repeat(200)}`).map((name) => [name, 1]))),
    ],
    ['escapes', `{"description":"${'\\u0000'.repeat(80_000)}"}`],
  ]
  const markdown = (piece: string) => json({ title: 'a', lang: 'ru', markdown: fill(piece, 150_000) })
  const nodes = json({
    title: 'a',
    lang: 'ru',
    blocks: many(4_000, () => ({ type: 'x', children: [] })),
  })
  return [
    ...shapes.map(([name, body, most]): WorstBody => ({
      name,
      method: 'POST',
      path: '/v1/tickets/check',
      who: 'guest',
      body,
      ...(most !== undefined && { budget: most }),
    })),
    ...drafts,
    ...['**a_', '[', '![](', '> ', '`', '* ', '<a ', '|-'].map((piece) =>
      article(`Markdown ${piece} repeated`, markdown(piece)),
    ),
    article('blocks of no known kind', nodes),
    article('a text of two words, in a large library', json({ title: 'Новая', lang: 'ru', markdown: 'Два слова.' })),
    ...worstForms(),
    { name: 'as it is', method: 'GET', path: '/v1/support', who: 'guest' },
    { name: 'as it is', method: 'GET', path: '/v1/tickets', who: 'owner' },
    {
      name: 'full text',
      method: 'GET',
      path: `/v1/staff/tickets?q=${encodeURIComponent(fill('корзина ', 490))}`,
      who: 'staff',
    },
    { name: 'nothing there', method: 'GET', path: `/v1/${'a/'.repeat(4_000)}`, who: 'guest' },
  ]
}

/** What costs more, the more there is at the desk. */
export function worstOfFilled(words: readonly string[], { ids, requester }: FilledDesk): WorstBody[] {
  const letter = fill(words.join(' '))
  const check = (name: string, description: string): WorstBody => ({
    name,
    method: 'POST',
    path: '/v1/tickets/check',
    who: 'owner',
    body: json({ subject: description.slice(0, 200), description, locale: 'ru' }),
  })
  return [
    check('a long draft beside fifty long open tickets', letter),
    check('a short draft beside fifty long open tickets', 'Не приходят письма о заказах'),
    {
      name: 'a hundred long tickets',
      method: 'POST',
      path: '/v1/staff/tickets/bulk',
      who: 'staff',
      body: json({ ids, change: { tags: ['праздники'] } }),
      isLong: true,
    },
    {
      name: 'somebody with a hundred long tickets',
      method: 'GET',
      path: `/v1/staff/requesters/${requester}/export`,
      who: 'staff',
      isLong: true,
    },
    { name: 'as CSV', method: 'GET', path: '/v1/staff/export?format=csv', who: 'staff', isLong: true },
    { name: 'a list of long ones', method: 'GET', path: '/v1/staff/tickets?limit=100', who: 'staff' },
    { name: 'a long one', method: 'GET', path: `/v1/staff/tickets/${ids[0] ?? ''}`, who: 'staff' },
  ]
}

const lexicon = (name: string, same: readonly string[][]): WorstBody => ({
  name,
  method: 'PUT',
  path: '/v1/staff/lexicon',
  who: 'staff',
  body: json({ same, names: [], suggests: [] }),
  isLong: true,
})

/** What a desk's own words can do to every question after: phrases that all begin alike, and one phrase for everything. */
export function worstOfLexicon(): WorstBody[] {
  const question = { subject: fill('товар ', 200), description: fill('товар '), locale: 'ru' }
  const asked = (name: string): WorstBody => ({
    name,
    method: 'POST',
    path: '/v1/suggestions',
    who: 'guest',
    body: json(question),
  })
  const alike = many(500, (at) => many(10, (nth) => `${fill('товар ', 42)}слово${at}и${nth}`))
  return [
    lexicon('five thousand phrases that begin alike', alike),
    asked('beside a lexicon of five thousand phrases that begin alike'),
    lexicon(
      'a phrase for five hundred things',
      many(500, (at) => ['товар', `слово${at}`]),
    ),
    asked('beside a lexicon with a phrase for five hundred things'),
  ]
}
