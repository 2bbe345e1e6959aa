import { readRequest, sameFrom, sameRequest } from '../duplicates/same-request.ts'
import type { Pair } from '../train/pairs.ts'

/** How well follow-ups are told from new questions: precision, recall, and the share of pairs judged right. */
export function duplicateFigures(pairs: readonly Pair[]) {
  const judged = pairs.map(({ same, open, draft }) => ({
    same,
    said: sameRequest(readRequest(draft), readRequest(open)) >= sameFrom,
  }))
  const count = (is: (one: { same: boolean; said: boolean }) => boolean) => judged.filter(is).length
  const right = count(({ same, said }) => same && said)
  return {
    precision: right / count(({ said }) => said),
    recall: right / count(({ same }) => same),
    accuracy: count(({ same, said }) => same === said) / judged.length,
  }
}
