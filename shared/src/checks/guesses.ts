// The guesses that need learned weights, and what each of them listens to. They run on the server only; the widget asks.
import type { GuessName } from './guess-names.ts'
import { guessNames } from './guess-names.ts'
import { guessWeights } from './learned/guess-weights.ts'
import type { Weights } from './learned/score.ts'
import { scoreOf } from './learned/score.ts'
import type { ReadDraft, Reading } from './reading/draft.ts'
import { neighbourTraits, sentenceTraits, serviceTraits, substanceTraits } from './traits.ts'

const words = (list: string) => new Set(list.split(' '))

const heard: Record<GuessName, ReadonlySet<string>> = {
  personalManager: words(
    'seowish adswish growthwish manager_wish seofields redirect robots sitemap counter seo ads growth howmuch defect feed buy request question',
  ),
  layoutQuestion: words(
    'code_word visual code_ask own_block stocktheme output defect edited no:edited question request appdesign howmuch template_object outsider mobile',
  ),
  thirdParty: words(
    'cabinet external_cabinet external_verdict no:external_verdict service_name ourside defect request ads',
  ),
  templateModified: words(
    'edited no:edited template_object outsider foreign_template stocktheme question own_block code_word',
  ),
  accountChange: words(
    'account_verb account_object no:account_verb buyer howmuch changed_hands formal_request question request invoice refund staff access subscription customer defect',
  ),
  unclear: words('vague greet question request'),
}

/** Without one of these nothing makes a guess likely, so a place that shows none is passed over. */
const needed: Record<GuessName, readonly string[]> = {
  personalManager: ['seowish', 'adswish', 'growthwish', 'manager_wish', 'seo', 'ads', 'growth'],
  layoutQuestion: ['code_word', 'visual', 'code_ask', 'own_block'],
  thirdParty: ['external_cabinet', 'external_verdict', 'service_name'],
  templateModified: ['edited', 'template_object', 'foreign_template'],
  accountChange: ['account_verb', 'account_object', 'changed_hands'],
  unclear: ['vague', 'greet', 'question', 'request'],
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

const showsAny = ({ shown }: Reading, concepts: readonly string[]) => concepts.some((concept) => shown.has(concept))

/** Two sentences at a time, with the subject: a draft of several questions shows each advice in one place only. */
function placesOf(name: GuessName, { subject, description, steps }: ReadDraft): string[][] {
  const listen = heard[name]
  const traitsOf = (reading: Reading) => [
    ...sentenceTraits(reading, listen),
    ...(name === 'thirdParty' ? serviceTraits(reading) : []),
  ]
  const matters = (reading: Reading) => showsAny(reading, needed[name])
  const titleMatters = subject.some(matters)
  const titled = [...new Set(inField('subject', subject.flatMap(traitsOf)))]
  const places = titleMatters || steps.some(matters) ? [[...titled, ...inField('steps', steps.flatMap(traitsOf))]] : []
  const counts = description.map((reading) => titleMatters || matters(reading))
  const told = description.map((reading, at) =>
    counts[at] || counts[at - 1] || counts[at + 1] ? traitsOf(reading) : [],
  )
  for (let at = 0; at < description.length; at++) {
    if (!counts[at] && !counts[at + 1]) continue
    const after = description[at + 1]
    const next = after ? told[at + 1]!.concat(neighbourTraits(description[at]!, after, listen)) : []
    places.push(titled.concat(told[at]!, next))
  }
  return places
}

/** Words from which on a draft is not taken for unclear, whatever they are. */
const much = 150

const saysMuch = ({ description }: ReadDraft) =>
  description.reduce((count, { words: said }) => count + said.length, 0) > much

/** What a draft shows that bears on a guess, place by place, each thing once; the place that shows most decides. */
export function traitsFor(name: GuessName, draft: ReadDraft, denied = deniedIn(draft)): string[][] {
  if (name === 'unclear' && saysMuch(draft)) return []
  const everywhere = name === 'unclear' ? substanceTraits(draft) : denied
  const places = placesOf(name, draft)
  const each = name === 'unclear' ? [places.flat()] : places
  return each.map((traits) => [...new Set(everywhere.concat(traits))])
}

/** Guesses that a draft supports. */
export function guessesOf(draft: ReadDraft, weights: Record<GuessName, Weights> = guessWeights): GuessName[] {
  const denied = deniedIn(draft)
  return guessNames.filter((name) =>
    traitsFor(name, draft, denied).some((traits) => scoreOf(weights[name], traits) >= thresholds[name]),
  )
}
