// Deeds by their form, whatever the verb: what was done to a thing, what is to be done to it.
import { conceptOf } from '../lexicon/concepts.ts'
import type { AnalyzedSentence } from '../text/analyze-draft.ts'
import type { Word } from '../text/words.ts'

/** Words between a verb and what it is done to. */
const reach = 8

const defect = conceptOf('defect')

/** Whether a verb of a kind stands before a word that shows a concept, close enough to be done to it. */
function isBefore(
  { words, marks }: AnalyzedSentence,
  isVerb: (word: Word, at: number) => boolean,
  concept: number,
): boolean {
  let verb = Number.NEGATIVE_INFINITY
  for (let at = 0; at < words.length; at++) {
    if (at - verb <= reach && marks[at]!.concepts.includes(concept)) return true
    const denied = words[at - 1]?.denies
    if (!denied && !marks[at]!.concepts.includes(defect) && isVerb(words[at]!, at)) verb = at
  }
  return false
}

const template = conceptOf('template_object')
const files = conceptOf('template')
const outsider = conceptOf('outsider')

/** Whether something was done in a template, rather than that it was chosen or shown: "… в шаблоне …", the verb on either side. */
function isDoneWithin({ words, marks }: AnalyzedSentence): boolean {
  const place = marks.findIndex(
    ({ concepts }, at) => concepts.includes(files) && (words[at - 1]?.leadsInto || words[at - 2]?.leadsInto),
  )
  if (place < 0) return false
  const near = (at: number) => Math.abs(at - place) <= reach
  return words.some(
    ({ past }, at) => past && near(at) && !words[at - 1]?.denies && !marks[at]!.concepts.includes(defect),
  )
}

export const editNames = ['did.template', 'outsider.did', 'did.within']

/** Something was done in a template, or by somebody from outside. */
export function editsIn(reading: AnalyzedSentence): number {
  const { words, marks, shown } = reading
  let bits = 0
  if (shown.includes(template) && isBefore(reading, ({ past }) => past, template)) bits |= 1
  if (shown.includes(files) && isDoneWithin(reading)) bits |= 4
  if (shown.includes(outsider)) {
    const from = marks.findIndex(({ concepts }) => concepts.includes(outsider))
    if (words.slice(from + 1, from + 1 + reach).some(({ past }) => past)) bits |= 2
  }
  return bits
}

const account = conceptOf('account_object')

/** Imperatives that ask for an answer or a paper, not for a change. */
const telling =
  /^(?:пришл|вышл|напиш|подскаж|скаж|расскаж|объясн|помо[гж]|позвон|перезвон|ответ|надішл|підкаж|розкаж|поясн|посмотр|подив|провер|перевір|глян|выстав|дай|сообщ)/

/** Whether the way to do something oneself is asked about: "как самому закрыть …", "where to …". */
const asksHow = ({ words }: AnalyzedSentence) =>
  words.some(({ asksWay }, at) => asksWay && words.slice(at + 1, at + 4).some(({ isInfinitive }) => isInfinitive))

export const orderNames = ['order.account', 'asks.how']

/** An imperative about the account, or how one does something oneself. */
export function ordersIn(reading: AnalyzedSentence): number {
  const asked = asksHow(reading) ? 2 : 0
  if (!reading.shown.includes(account)) return asked
  return asked | (isBefore(reading, ({ asks, text }) => asks && !telling.test(text), account) ? 1 : 0)
}
