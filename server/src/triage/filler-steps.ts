// Steps that probably say nothing of what was done (R14). A guess, so the step counts and the owner is only told; it runs on
// the server, with the other labels.
import type { Draft } from '@bilet/shared/rules/draft'
import type { Step } from '@bilet/shared/rules/filler'
import type { Finding } from '@bilet/shared/rules/finding'
import type { Given } from '@bilet/shared/rules/steps'
import { toFillerFinding } from '@bilet/shared/rules/steps'
import { plain, wordsOf } from '@bilet/shared/rules/words'

const stems = (words: string[]) => words.map((word) => word.slice(0, 5))

/** A path, a value, a link or a quotation: somebody has been there. */
const evidence = /[\d→>/«"“:#]|\S\s[-–—]\s\S/u

/** Says that there is none to tell of: «шаги не нужны», «нет действий», «none needed», «н/д». */
const absent =
  /^(?:(?:та|ну|увы|тут|здесь|больше|у меня|шаги|кроки|i) ){0,2}(?:(?:нет|нема|немає|нечего|нічого|ніяких|никаких|отсутствуют|відсутні|не (?:нужны?|надо|треба|потрібн[оі]|требую?тся|предусмотрены?)|непотр[іе]бн[оі]|ненужн[оы]|none|not (?:needed|applicable|required)|no steps?|nothing|don't have|have nothing|н\/[допз]|n\/a)(?:,? |$)){1,2}(?:(?:шагов|шаги|кроків|действий|дій|needed|any|here|писать|писати|сказать|сказати|добавить|додати|что|що|to|add|say|больше|більше|просто|срочно) ?){0,4}$/u

/** Points elsewhere, and does nothing but that: «всё описано выше», «из темы ясно», «сами увидите». */
const elsewhere =
  /^(?:(?:вс[её]|это|це) )?(?:уже |вже |я )?(?:(?:описано|описана|указано|вказано|написано|изложено|викладено|описала?|написала?|указала?|обращалась|обращался|обращались|ранее|раньше|раніше|выше|вище|above|described) ?){1,3}(?:(?:в|у|in|the) ?){0,2}(?:тексте|тексті|описании|описі|письме|листі|теме|темі|text|subject)?$|^(?:вс[её] )?(?:в|у) (?:тексте|тексті|описании|описі|письме|листі|теме|темі)(?: вс[её])?$|^(?:вс[её] )?(?:на|у|в) скр[иі]н\p{L}{0,6}$|^(?:из|з) (?:темы|теми|текста|тексту) (?:вс[её] )?(?:ясно|понятно|видно|зрозуміло)$|^(?:сами|самі|сама|сам) (?:увид|побач)\p{L}{0,6}$|^(?:см|див)\.? ?(?:мой |мій )?(?:текст|лог|фото|скр[иі]н\p{L}{0,6})$|^(?:see|check) the (?:text|log|pic|screen)$|^(?:то же самое|те саме)(?:,? (?:что|що) (?:в|у) (?:теме|темі))?$/u

const pointing =
  /(?:скрин|снимк|знімк|screenshot|^(?:(?:всё|все|it's|it is) )?(?:на|во?|у|in|on) (?:the )?(?:картинк|фото|видео|відео|вложени|вкладенн|файл|picture|photo|video|attach)|(?:см|смотри|смотрите|дивіться|див|see|as)\.? (?:the |в |у )?(?:мо[йеї]\p{L}* |my )?(?:тем[ауеі]|заголов|назв|выше|вище|прошл|предыдущ|прежн|минул|попередн|письм|лист|обращен|звернен|заявк|тикет|видео|відео|фото|картинк|файл|вложен|subject|title|above|previous|last|video|attach)|рассказывал|розповіда|объясня|поясню|уже (?:писал|говорил|объясн)|вже (?:писа|казав|казала)|already (?:told|wrote|explained)|по телефону|телефоном|в прошлый раз|минулого разу|last time|same as|инструкци|інструкці|instructions|вс[её] видно|все видно|as usual|как обычно|як завжди|без изменений)/iu

/** Words that tell of no step in particular: that somebody came, saw, wrote, waits. */
const idle = new Set(
  'я мы ми и і й на в у по зашел зашла зашли зашёл захожу заходим зайшов зайшла зайшли зайти сайт сайта сайте сайті магазин магазине магазині увидел увидела увидели вижу видим побачив побачила побачили бачу смотрю смотрим посмотрел посмотрела посмотрели дивлюсь подивився подивилась пишу пишем написал написала написали жду ждем чекаю чекаємо молчите мовчите помогите допоможіть позвоните перезвоните зателефонуйте сделайте зробіть исправьте виправте почините ответьте посмотрите подивіться проверьте перевірте пожалуйста будь ласка срочно терміново ничего нічего нічого все всё это це opened open site shop looked saw help please call me i we the went to'.split(
    ' ',
  ),
)

/** What somebody did: a past tense or a first person. */
const acting = /^.{2,40}(?:л|ла|ли|ю|жу|ив|ав|ed)$/u

/** How far the description is read for words that a step may only repeat. */
const enough = 4_000

/** Tells whether words are all begun as words are in which the question is put. */
function echoesOf({ subject = '', description = '' }: Draft): (words: string[]) => boolean {
  let asked: { text: string; stems?: ReadonlySet<string> } | undefined
  return (words) => {
    const begun = stems(words)
    asked ??= { text: plain(`${subject} ${description.slice(0, enough)}`) }
    const { text } = asked
    if (!begun.every((stem) => text.includes(stem))) return false
    const told = (asked.stems ??= new Set(stems(wordsOf(text))))
    return begun.every((stem) => told.has(stem))
  }
}

/** Whether the step only points elsewhere, or only echoes the question. */
function isEcho({ written, words }: Step, isAsked: (words: string[]) => boolean): boolean {
  const whole = plain(written)
    .trim()
    .replace(/(?<![.!…])[.!…]+$/u, '')
  if (absent.test(whole) || elsewhere.test(whole)) return true
  if (words.length > 7 || evidence.test(written)) return false
  if (pointing.test(written) && words.length <= 6) return true
  if (words.every((word) => idle.has(word))) return true
  if (words.some((word) => acting.test(word))) return false
  if (isAsked(words)) return true
  return words.length === 1 && words[0]!.length <= 4
}

/**
 * Advises on the steps that probably say nothing, where no step says more. What surely says nothing is told by the rules.
 */
export function checkEchoes(draft: Draft, given: Given[]): Finding[] {
  const isAsked = echoesOf(draft)
  const written = given.filter(({ step }) => step.written.trim())
  if (!written.every(({ step, filler }) => filler || isEcho(step, isAsked))) return []
  return written.filter(({ filler }) => !filler).map(toFillerFinding)
}
