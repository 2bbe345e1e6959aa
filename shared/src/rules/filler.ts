// Steps that surely are no steps (R14): dashes, "none", mashed keys, the subject again, the placeholder.
import { limits } from '../limits.ts'
import { plain, wordsOf } from './words.ts'

const none = new Set(
  'нет нету нема немає ні не no none nope null nil na n/a nothing тест xxx ххх ок ok да так yes'.split(' '),
)

const notNeeded =
  /^(?:(?:это|це|тут|здесь|it|is|steps?|шаги|шагов|кроки|кроків) )*(?:(?:не|not) (?:требуется|нужно|надо|применимо|указано|потрібно|треба|потребується|required|needed|applicable|relevant)|нет шагов|без шагов|немає кроків|без кроків|no steps?|n a)$/

/** Not "I don't know how to log in": only what to write here. */
const notKnown =
  /^(?:(?:я|i) )?(?:не знаю|не помню|не пам'ятаю|без понятия|без поняття|хз|don't know|idk)(?: (?:что|шо|що|как|як|what))?(?: (?:тут|здесь|сюда|сюди|to))?(?: (?:писать|написать|указать|писати|написати|вказати|write|put))?(?: (?:тут|здесь|сюда|сюди|here))?$/

const placeholder = /^(?:шаг|крок|step|пункт|действие|дія|action)?s? ?\d{0,2}$/

const rows = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
  'фівапролджє',
  '1234567890',
]

const adjacent = (a: string, b: string) => rows.some((row) => row.includes(a + b) || row.includes(b + a))

/** The shortest beginning that, repeated, makes the word: `asd` of `asdasdasd`. */
function period(word: string): string {
  const length = `${word}${word}`.indexOf(word, 1)
  return word.slice(0, length)
}

/** A word made by running a finger along the keyboard or holding keys down. */
export function isMashed(word: string): boolean {
  const unit = period(word.slice(0, 40))
  if (word.length >= 3 && unit.length === 1) return true
  if (word.length >= 3 * unit.length && unit.length <= 3) return true
  if (unit.length < 3) return false
  for (let at = 1; at < unit.length; at++) if (!adjacent(unit[at - 1]!, unit[at]!)) return false
  return true
}

/** A step as it is read: its words, no further than a step may be long, and what they say together. */
export type Step = { written: string; words: string[]; said: string }

export function readStep(written: string): Step {
  const words = wordsOf(written.slice(0, limits.step))
  return { written, words, said: words.join(' ') }
}

/** Longer than any of the answers that are known. */
const enoughWords = 12

/** Whether it is what is written for want of a step. */
const isAnswer = ({ written, words, said }: Step) =>
  (words.length < 3 && none.has(plain(written).trim())) ||
  placeholder.test(said) ||
  notNeeded.test(said) ||
  notKnown.test(said)

/** Whether the step surely says nothing of what was done (R14): it is not counted among the steps. */
export const isFiller = (step: Step, subject: Step): boolean =>
  !/\p{L}|\d{3}/u.test(step.said) ||
  (step.words.length <= enoughWords && isAnswer(step)) ||
  step.said === subject.said ||
  step.words.every((word) => none.has(word)) ||
  step.words.every(isMashed)
