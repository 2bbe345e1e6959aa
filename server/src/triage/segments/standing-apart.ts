// Whether a sentence stands by itself beside what was said, or goes on with it (R16).
import type { Novelty } from './boundary-features.ts'
import { feature } from './boundary-features.ts'
import type { Clause } from './clauses.ts'
import { asking, isTelling } from './clauses.ts'
import type { Left, Rest, Right } from './parts.ts'
import { fullLength, sharedStems } from './parts.ts'
import { manner } from '../lexicon/manner.ts'

/** What explains a trouble, or follows from it, belongs to it: a change, an outside service, that nothing was changed. */
export function addStory(features: number[], left: Left, right: Right) {
  if (left.said & manner.changed && right.said & manner.defect) features.push(feature.changedBefore)
  if (right.said & manner.untouched) features.push(feature.untouched)
  if (right.said & manner.outside) features.push(feature.outside)
  if (right.said & manner.service) features.push(feature.service)
  if (left.said & manner.outside) features.push(feature.outsideBefore)
  if (right.said & manner.aftermath) features.push(feature.aftermath)
}

/** What makes a further sentence go on with the same: it was changed, an outside service, it works, what came of it. */
const goingOn = manner.untouched | manner.outside | manner.aftermath | manner.doing
const explained = manner.changed | manner.outside | manner.doing

/** How a part opens that may be of its own: what it names is new, nothing leans on what was said. */
export function addOpening(
  features: number[],
  { opensOn, opening, opensPast, first, named, said }: Clause,
  left: Left,
) {
  const telling = opensOn.filter(isTelling)
  const isNew = telling.length > 0 && !telling.some((topic) => left.topics.has(topic))
  if (isNew) features.push(feature.opensNew)
  else if (telling.length > 0) features.push(feature.opensKnown)
  if (isNew || (named !== undefined && !left.stems.has(named))) features.push(feature.named)
  if (said & manner.fine && !(said & manner.defect)) features.push(feature.fine)
  if (opensPast) features.push(feature.opensPast)
  if (opening !== 'joint' && left.openings.has(first)) features.push(feature.parallel)
}

/** Whether a sentence may stand by itself: it names another thing or wishes at once, and neither side explains the other. */
function mayStand(clause: Clause, left: Left, right: Right, features: readonly number[]): boolean {
  const { lead, opening, opensPast, closed, said, length } = clause
  if (opening === 'joint' || closed || opensPast || length < 3 || left.length < 3) return false
  if (lead & (manner.anaphor | manner.question) || said & goingOn || left.said & explained) return false
  if (!features.includes(feature.named) && !(lead & manner.request)) return false
  return !features.includes(feature.fine) && sharedStems(left, right) === 0
}

/** A sentence that stands by itself beside a trouble or a wish: another thing fails, is wished for, is told of. */
export function apartOf(clause: Clause, left: Left, right: Right, novelty: Novelty, features: readonly number[]) {
  if (novelty !== 'new' && novelty !== 'commonNew' && novelty !== 'nothing') return undefined
  if (!mayStand(clause, left, right, features)) return undefined
  const { lead, said, length } = clause
  const fails = said & manner.defect
  const wanted = left.said & (manner.defect | asking)
  if (novelty === 'nothing')
    return wanted && length > 3 && (fails || said & manner.request) ? feature.apartUnknown : undefined
  if (!wanted && !(left.said & manner.states)) return fails ? feature.apartFromMute : undefined
  if (fails && !(lead & manner.request)) return feature.apartFails
  if (said & asking) return wanted && novelty === 'new' ? feature.apartAsks : undefined
  if (said & manner.states) return feature.apartStates
  return features.includes(feature.opensNew) ? feature.apartMute : undefined
}

/**
 * A trouble told in many sentences has some that neither fail nor wish, and may end in a short question. One with a service,
 * an account or a template takes some telling.
 */
export function addSurroundings(features: number[], left: Left, { said }: Right, rest: Rest) {
  if (left.sentences > 1) features.push(feature.apartLater)
  if (left.sentences > 1 && left.neutral > 0) features.push(feature.apartAmidStory)
  if (rest.asks) features.push(feature.apartThenAsks)
  if (rest.neutral > 0) features.push(feature.apartThenNeutral)
  const both = left.said | said
  if (both & manner.service) features.push(feature.apartByService)
  if (both & manner.account) features.push(feature.apartByAccount)
  if (both & (manner.template | manner.changed)) features.push(feature.apartByTemplate)
}

/**
 * Two sentences are all there is but greetings and courtesies, and the second leans on nothing: "Отчёт пустой. Рассылка
 * ушла без картинок."
 */
export function isPair(clause: Clause, left: Left, right: Right, rest: Rest): boolean {
  const { lead, closed, said, length, opensPast } = clause
  if (length < fullLength || closed || opensPast || lead & manner.anaphor || said & goingOn) return false
  return areAll(clause, left, right, rest)
}

/** The same where the second asks in full: "Подарок не кладётся в корзину. Где скачать документы за второй квартал?" */
export function isAskingPair(clause: Clause, left: Left, right: Right, rest: Rest): boolean {
  const { lead, closed, length } = clause
  if (length <= fullLength || right.topics === 0 || lead & manner.anaphor) return false
  return (closed || (lead & asking) > 0) && areAll(clause, left, right, rest)
}

/** Whether there is one sentence on either side and no word in both. */
const areAll = ({ opening }: Clause, left: Left, right: Right, rest: Rest): boolean =>
  opening !== 'joint' && left.full === 1 && rest.full === 0 && sharedStems(left, right) === 0
