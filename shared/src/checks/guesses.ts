// The guesses that need learned weights, and what each of them listens to. They run on the server only; the widget asks.
import type { GuessName } from './guess-names.ts'
import { guessNames } from './guess-names.ts'
import { guessWeights } from './learned/guess-weights.ts'
import type { Weights } from './learned/score.ts'
import { scoreOf } from './learned/score.ts'
import type { ReadDraft, Reading } from './traits.ts'
import { neighbourTraits, sentenceTraits, serviceTraits, substanceTraits } from './traits.ts'

const words = (list: string) => new Set(list.split(' '))

const heard: Record<GuessName, ReadonlySet<string>> = {
  personalManager: words(
    'seowish adswish growthwish manager_wish seofields redirect robots sitemap counter seo ads growth howmuch defect feed buy request question',
  ),
  layoutQuestion: words(
    'code_word visual code_ask own_block stocktheme output defect edited no:edited question request appdesign howmuch template_object outsider mobile',
  ),
  thirdParty: words('external_cabinet external_verdict no:external_verdict service_name ourside defect request ads'),
  templateModified: words(
    'edited no:edited template_object outsider foreign_template stocktheme question own_block code_word',
  ),
  accountChange: words(
    'account_verb account_object no:account_verb buyer howmuch changed_hands formal_request question request invoice refund staff access subscription customer defect',
  ),
  unclear: words('vague greet question request'),
}

/** Log-odds from which a guess is told: low where missing it costs the owner more than a line to read past. */
const thresholds: Record<GuessName, number> = {
  personalManager: -0.4,
  layoutQuestion: -0.4,
  thirdParty: -0.4,
  templateModified: 0.2,
  accountChange: -0.4,
  unclear: 0,
}

/** Denials hold for a whole draft, wherever they stand. */
const denials = ['stocktheme', 'no:edited']

function deniedIn({ subject, description, steps }: ReadDraft): string[] {
  const readings = [...subject, ...description, ...steps]
  return denials.filter((denial) => readings.some(({ shown }) => shown.has(denial))).map((denial) => `denied:${denial}`)
}

const inField = (field: string, traits: string[]) => [
  ...traits,
  ...traits.filter((trait) => !trait.includes('+')).map((trait) => `${field}:${trait}`),
]

/** Two sentences at a time, with the subject: a draft of several questions shows each advice in one place only. */
function placesOf(name: GuessName, { subject, description, steps }: ReadDraft): string[][] {
  const listen = heard[name]
  const traitsOf = (reading: Reading) => [
    ...sentenceTraits(reading, listen),
    ...(name === 'thirdParty' ? serviceTraits(reading) : []),
  ]
  const titled = inField('subject', subject.flatMap(traitsOf))
  const told = description.map(traitsOf)
  const pairs = told.map((traits, at) => {
    const next = description[at + 1]
    if (!next) return [...titled, ...traits]
    return [...titled, ...traits, ...told[at + 1]!, ...neighbourTraits(description[at]!, next, listen)]
  })
  return [...pairs, [...titled, ...inField('steps', steps.flatMap(traitsOf))]]
}

/** What a draft shows that bears on a guess, place by place, each thing once; the place that shows most decides. */
export function traitsFor(name: GuessName, draft: ReadDraft): string[][] {
  const everywhere = name === 'unclear' ? substanceTraits(draft) : deniedIn(draft)
  const places = placesOf(name, draft)
  const each = name === 'unclear' ? [places.flat()] : places
  return each.map((traits) => [...new Set([...everywhere, ...traits])])
}

/** Guesses that a draft supports. */
export function guessesOf(draft: ReadDraft, weights: Record<GuessName, Weights> = guessWeights): GuessName[] {
  return guessNames.filter((name) =>
    traitsFor(name, draft).some((traits) => scoreOf(weights[name], traits) >= thresholds[name]),
  )
}
