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

/** Without one of these nothing makes a guess likely, so a place that shows none is passed over. */
const needed: Record<GuessName, ReadonlySet<string>> = {
  personalManager: words('seowish adswish growthwish manager_wish seo ads growth'),
  layoutQuestion: words('code_word visual code_ask own_block'),
  thirdParty: words('external_cabinet external_verdict service_name'),
  templateModified: words('edited template_object foreign_template'),
  accountChange: words('account_verb account_object changed_hands'),
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

const showsAny = (readings: Reading[], concepts: ReadonlySet<string>) =>
  readings.some(({ shown }) => [...concepts].some((concept) => shown.has(concept)))

/** Two sentences at a time, with the subject: a draft of several questions shows each advice in one place only. */
function placesOf(name: GuessName, { subject, description, steps }: ReadDraft): string[][] {
  const listen = heard[name]
  const traitsOf = (reading: Reading) => [
    ...sentenceTraits(reading, listen),
    ...(name === 'thirdParty' ? serviceTraits(reading) : []),
  ]
  const titleShows = showsAny(subject, needed[name])
  const matters = (readings: Reading[]) => titleShows || showsAny(readings, needed[name])
  const titled = [...new Set(inField('subject', subject.flatMap(traitsOf)))]
  const places = matters(steps) ? [[...titled, ...inField('steps', steps.flatMap(traitsOf))]] : []
  const counts = description.map((reading) => matters([reading]))
  const told = description.map((reading, at) =>
    counts[at] || counts[at - 1] || counts[at + 1] ? traitsOf(reading) : [],
  )
  for (const [at, reading] of description.entries()) {
    const after = description[at + 1]
    if (!counts[at] && !counts[at + 1]) continue
    const between = after ? [...told[at + 1]!, ...neighbourTraits(reading, after, listen)] : []
    places.push([...titled, ...told[at]!, ...between])
  }
  return places
}

/** Words from which on a draft is not taken for unclear, whatever they are. */
const much = 150

const saysMuch = ({ description }: ReadDraft) =>
  description.reduce((count, { words: said }) => count + said.length, 0) > much

/** What a draft shows that bears on a guess, place by place, each thing once; the place that shows most decides. */
export function traitsFor(name: GuessName, draft: ReadDraft): string[][] {
  if (name === 'unclear' && saysMuch(draft)) return []
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
