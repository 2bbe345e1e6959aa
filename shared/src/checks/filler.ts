// Steps that are no steps (R14): dashes, "none", mashed keys, the subject again, the placeholder.
import { limits } from '../limits.ts'
import { plain, wordsOf } from './words.ts'

const none = new Set(
  'нет нету нема немає ні не no none nope null nil na n/a nothing empty пусто порожньо тест xxx ххх ок ok да так yes'.split(
    ' ',
  ),
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
  return (
    unit.length >= 3 && unit.split('').every((letter, at, letters) => at === 0 || adjacent(letters[at - 1]!, letter))
  )
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

const stems = (words: string[]) => words.map((word) => word.slice(0, 5))

/** A path, a value, a link or a quotation: somebody has been there. */
const evidence = /[\d→>/«"“:#]|\S\s[-–—]\s\S/u

const pointing =
  /(?:скрин|скриншот|снимк|знімк|screenshot|^(?:(?:всё|все|it's|it is) )?(?:на|во?|у|in|on) (?:the )?(?:картинк|фото|видео|відео|вложени|вкладенн|файл|picture|photo|video|attach)|(?:см|смотри|смотрите|дивіться|див|see|as)\.? (?:the |в |у )?(?:мо[йеї]\p{L}* |my )?(?:тем[ауеі]|заголов|назв|выше|вище|прошл|предыдущ|прежн|минул|попередн|письм|лист|обращен|звернен|заявк|тикет|видео|відео|фото|картинк|файл|вложен|subject|title|above|previous|last|video|attach)|рассказывал|розповіда|объясня|поясню|уже (?:писал|говорил|объясн)|вже (?:писа|казав|казала)|already (?:told|wrote|explained)|по телефону|телефоном|в прошлый раз|минулого разу|last time|same as|инструкци|інструкці|instructions|вс[её] видно|все видно|as usual|как обычно|як завжди|без изменений)/iu

/** Words that tell of no step in particular: that somebody came, saw, wrote, waits. */
const idle = new Set(
  'я мы ми и і й на в у по зашел зашла зашли зашёл захожу заходим зайшов зайшла зайшли зайти сайт сайта сайте сайті магазин магазине магазині увидел увидела увидели вижу видим побачив побачила побачили бачу смотрю смотрим посмотрел посмотрела посмотрели дивлюсь подивився подивилась пишу пишем написал написала написали жду ждем чекаю чекаємо молчите мовчите помогите допоможіть позвоните перезвоните зателефонуйте сделайте зробіть исправьте виправте почините ответьте посмотрите подивіться проверьте перевірте пожалуйста будь ласка срочно терміново ничего нічего нічого все всё это це opened open site shop looked saw help please call me i we the went to'.split(
    ' ',
  ),
)

/** What somebody did: a past tense or a first person. */
const acting = /^.{2,40}(?:л|ла|ли|ю|жу|ив|ав|ed)$/u

/** Beginnings of the words in which the question is put. */
export const askedIn = (subject = '', description = '') =>
  new Set(stems(wordsOf(`${subject} ${description.slice(0, 4_000)}`)))

/**
 * Whether the step probably says nothing of what was done: it only points elsewhere, or only echoes the question.
 * A guess: the step counts, the owner is told.
 */
export function isEcho({ written, words }: Step, asked: () => ReadonlySet<string>): boolean {
  if (words.length > 7 || evidence.test(written)) return false
  if (pointing.test(written) && words.length <= 6) return true
  if (words.every((word) => idle.has(word))) return true
  if (words.some((word) => acting.test(word))) return false
  if (stems(words).every((stem) => asked().has(stem))) return true
  return words.length === 1 && words[0]!.length <= 4
}
