// R17: is this the request that the owner has sent already? The follow-up to an open ticket is its message; a new question
// about the same thing is a ticket of its own. How alike the words are tells little of that.
import { wordsOf } from '@bilet/shared/rules/words'
import type { PartialDraft } from '@bilet/shared/ticket'
import { manner } from '../lexicon/manner.ts'
import { alikeness, gistOf } from '../likeness.ts'
import type { AnalyzedSentence } from '../text/analyze-draft.ts'
import { analyzeDraft } from '../text/analyze-draft.ts'
import { wordOf } from '../text/words.ts'
import { comesBack } from './follow-up.ts'
import { identifiersOf } from './identifiers.ts'
import type { Identifiers } from './identifiers.ts'

type Text = Pick<PartialDraft, 'subject' | 'description'>

/** From these log-odds on a draft and an open ticket of the same owner are offered to be one. */
export const sameFrom = 0

/** What bears on it; each is counted, and weighed. */
const weights = {
  bias: -2,
  /** Words in common, of all. */
  alike: 3,
  /** Telling words in common. */
  shared: 0.7,
  /** Numbers, addresses, names in common. */
  identified: 1.2,
  /** Each has a thing's own number, and none is in common. */
  other: -6,
  comesBack: 1.6,
  /** Asks or wants something, and does not come back. */
  asksAnew: -3.6,
  /** Both tell of a failure. */
  bothFail: 0.6,
}

type Features = Omit<typeof weights, 'bias'>

/** What one comes for is said at the beginning. An owner has many open tickets, and each may be long. */
export const comparedLetters = 1_000

/** A text as it is compared: read once, however many others it is compared with. */
export type ReadRequest = {
  gist: ReadonlySet<string>
  telling: ReadonlySet<string>
  identifiers: Identifiers
  comesBack: number
  manner: number
}

/** What of a text is compared. */
export const comparedOf = ({ subject = '', description = '' }: Text) => ({
  subject,
  description: description.slice(0, comparedLetters),
})

export function readRequest(written: Text): ReadRequest {
  const text = comparedOf(written)
  const whole = `${text.subject}. ${text.description}`
  return {
    gist: gistOf(text),
    telling: tellingIn(whole),
    identifiers: identifiersOf(whole),
    comesBack: comesBack(whole),
    manner: mannerOf(text),
  }
}

/** Log-odds that a draft says what an open ticket says. */
export function sameRequest(draft: ReadRequest, open: ReadRequest): number {
  const { alike, shared, identified, other, comesBack: back, asksAnew, bothFail } = featuresOf(draft, open)
  return (
    weights.bias +
    weights.alike * alike +
    weights.shared * shared +
    weights.identified * identified +
    weights.other * other +
    weights.comesBack * back +
    weights.asksAnew * asksAnew +
    weights.bothFail * bothFail
  )
}

function featuresOf(draft: ReadRequest, open: ReadRequest): Features {
  const [mine, its] = [draft.identifiers, open.identifiers]
  const figures = common(mine.figures, its.figures)
  return {
    alike: alikeness(draft.gist, open.gist),
    shared: Math.min(3, common(draft.telling, open.telling)),
    identified: Math.min(2, figures + common(mine.names, its.names)),
    other: figures === 0 && mine.own.size > 0 && its.own.size > 0 ? 1 : 0,
    comesBack: draft.comesBack,
    asksAnew: draft.comesBack === 0 && (draft.manner & (manner.question | manner.request)) > 0 ? 1 : 0,
    bothFail: (draft.manner & open.manner & manner.defect) > 0 ? 1 : 0,
  }
}

/** What somebody else wants is asked too: «клиент хочет», «просят». */
const wishing = /^(?:хоч(?:ет|ут)|прос[ия]т|хоче|хочуть|wants?)$/

const common = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].filter((one) => b.has(one)).length

/** Beginnings of the words that are neither of the trade nor of any talk. */
function tellingIn(text: string): Set<string> {
  const telling = wordsOf(text).filter((word) => wordOf(word).says && wordOf(word).concepts.length === 0)
  return gistOf({ subject: telling.join(' ') })
}

function mannerOf(text: Text): number {
  const { subject, description } = analyzeDraft(text)
  return [...subject, ...description].reduce((bits, sentence) => bits | mannerIn(sentence), 0)
}

const mannerIn = ({ marks, sentence, words }: AnalyzedSentence) =>
  marks.reduce((bits, mark) => bits | mark.manner, 0) |
  (sentence.asks || words.some(({ text }) => wishing.test(text)) ? manner.question : 0) |
  (words.some(({ asks }) => asks) ? manner.request : 0)
