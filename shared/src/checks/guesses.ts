// The guesses that need learned weights, and what each of them listens to. They run on the server only; the widget asks.
import type { GuessName } from './guess-names.ts'
import { guessNames } from './guess-names.ts'
import { guessWeights } from './learned/guess-weights.ts'
import type { Weights } from './learned/score.ts'
import { scoreOf } from './learned/score.ts'
import { adviceTraits, serviceTraits, substanceTraits } from './traits.ts'
import type { ReadDraft } from './traits.ts'

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

/** Denials hold for a whole draft, wherever they stand. */
const denials = ['stocktheme', 'no:edited']

function deniedIn({ subject, description, steps }: ReadDraft): string[] {
  const readings = [...subject, ...description, ...steps]
  return denials.filter((denial) => readings.some(({ shown }) => shown.has(denial))).map((denial) => `denied:${denial}`)
}

/** Two sentences at a time, with the subject: a draft of several questions shows each advice in one place only. */
function placesOf(draft: ReadDraft): ReadDraft[] {
  const { subject, description, steps } = draft
  const pairs = description.map((_, at) => ({ subject, description: description.slice(at, at + 2), steps: [] }))
  return [...pairs, { subject, description: [], steps }]
}

/** Log-odds from which a guess is told: below even where missing it costs the owner more than one line to read past. */
const thresholds: Record<GuessName, number> = {
  personalManager: -0.4,
  layoutQuestion: -0.4,
  thirdParty: -0.4,
  templateModified: 0.2,
  accountChange: -0.4,
  unclear: 0,
}

/** What a draft shows that bears on a guess, place by place; the place that shows most decides. */
export function traitsFor(name: GuessName, draft: ReadDraft): string[][] {
  if (name === 'unclear') return [[...adviceTraits(draft, heard[name]), ...substanceTraits(draft)]]
  const denied = deniedIn(draft)
  return placesOf(draft).map((place) => [
    ...denied,
    ...adviceTraits(place, heard[name]),
    ...(name === 'thirdParty' ? serviceTraits(place) : []),
  ])
}

/** Guesses that a draft supports. */
export function guessesOf(draft: ReadDraft, weights: Record<GuessName, Weights> = guessWeights): GuessName[] {
  return guessNames.filter((name) =>
    traitsFor(name, draft).some((traits) => scoreOf(weights[name], traits) >= thresholds[name]),
  )
}
