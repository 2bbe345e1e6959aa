// What makes a further part belong to what was said, or be something else by how it begins (R16).
import { feature } from './boundary-features.ts'
import type { Clause } from './clauses.ts'
import { isTelling } from './clauses.ts'
import type { Left, Right } from './parts.ts'
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
