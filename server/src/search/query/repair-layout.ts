import { otherLayouts } from '../text/keyboard-layout.ts'
import { tokenize } from '../text/tokenize.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { knownShare, readTranslit } from './words.ts'

const CLEARLY_BETTER = 0.25
const SAMPLE = 200

/** A text typed in the wrong keyboard layout, put right as a whole if its words are then much better known. */
export function repairLayout(index: SearchIndex, text: string): string {
  const sample = text.slice(0, SAMPLE)
  let best = text
  let bestShare = share(index, sample) + CLEARLY_BETTER
  if (bestShare >= 1) return text
  otherLayouts(sample).forEach((reading, layout) => {
    const known = share(index, reading)
    if (known <= bestShare) return
    best = otherLayouts(text)[layout] ?? text
    bestShare = known
  })
  return best
}

function share(index: SearchIndex, text: string): number {
  return knownShare(
    index,
    readTranslit(
      index,
      tokenize(text).map(({ word }) => word),
    ),
  )
}
