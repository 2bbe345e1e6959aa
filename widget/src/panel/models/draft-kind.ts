// What a draft is about, by its words: which labels fit, and whether steps and a screenshot are worth asking for.
import type { DraftFields } from './draft-fields.ts'

export type DraftKind = 'trouble' | 'question' | 'order'

/** Whoever says one of these has something to show. Russian, Ukrainian, English. */
const trouble = [
  /(^|[^\p{L}])(не|ні|нет|нема[є]?|без)\s+(\p{L}+\s+)?(работ|откры|прих|загру|сохран|отобра|показ|вид|наход|груз|отправ|обнов|могу|мож|уда[лё]|удает|получ|пуска|вход|ищ|счита|меня|формир|синхр|працю|відкри|надход|заванта|збер|відобра|знаход|надсил|онов|вда|вийш|рахує|змін)/iu,
  /ошиб|сбо[йея]|слома|пропа[лд]|исчез|зав[иі]с|глюч|переста[лв]|криво|съехал|помил|збій|збо[їю]|зламал|зник/iu,
  /\b((do|does|is|are|ca|wo)n.?t|cannot|not\s+\w+ing|error|broken|fails?|failed|missing|gone|stopped|crash\w*|disappear\w*)\b/iu,
]

const order =
  /(^|[^\p{L}])(заказ(ать|ываю)|купит[ьи]|приобрести|подключите|(хочу|хотим|нужн[аоы]?|нужен)\s+(\p{L}+\s+){0,2}(баннер|дизайн|модуль|seo|сайт|тариф|настро)|замовити|придбати|(потріб\p{L}+)\s+(\p{L}+\s+){0,2}(банер|дизайн|модуль|тариф))|\b(order|buy|purchase)\b/iu

const question =
  /\?\s*$|^\s*(((под)?скажите|підкажіть),?\s+)?(как(ой|ая|ие|ое)?|где|когда|куда|сколько|можно|что|кто|есть ли|нужно ли|чем|зачем|почему|як(ий|а|і|е)?|де|коли|куди|скільки|чи|що|хто|чому|how|where|when|what|which|who|why|can|could|is|are|do|does)(\s|$)/iu

export function guessKind(words: string): DraftKind {
  if (trouble.some((sign) => sign.test(words))) return 'trouble'
  if (order.test(words)) return 'order'
  return question.test(words) ? 'question' : 'trouble'
}

/** What the owner says it is, else what the words do. */
export function kindOf({
  kind,
  subject,
  description,
}: Pick<DraftFields, 'kind' | 'subject' | 'description'>): DraftKind {
  if (kind === 'trouble') return kind
  const guess = guessKind(`${subject}\n${description}`)
  return kind === 'question' && guess === 'trouble' ? 'question' : guess
}
