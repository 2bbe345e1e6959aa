import { toHash } from '../../models/route.ts'

/** How many wrote all the same, and the way to tickets that say so. */
export function SentAnyway({ count, words }: { count: number; words: string }) {
  if (count === 0) return <>0</>
  return <a href={toHash({ name: 'queue', tab: 'all', filters: { q: words.slice(0, 200) } })}>{count}</a>
}
