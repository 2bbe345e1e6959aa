// Three-way merge of a draft that two tabs write in: no tab destroys the other's words.
import { blankDraft } from './draft-fields.ts'
import type { DraftFields } from './draft-fields.ts'

const same = (one: unknown, other: unknown) => one === other || JSON.stringify(one) === JSON.stringify(other)

function mergeText(mine: string, theirs: string) {
  if (mine.includes(theirs)) return mine
  return theirs.includes(mine) ? theirs : `${theirs}\n${mine}`
}

const mergeList = (mine: unknown[], theirs: unknown[]) => [
  ...theirs,
  ...mine.filter((item) => !theirs.some((other) => same(item, other))),
]

/** Fields that hold sentences: of these no word is dropped. */
const texts = new Set(['subject', 'description', 'text'])

function mergeValue(name: string, base: unknown, mine: unknown, theirs: unknown) {
  if (same(mine, theirs) || same(base, theirs)) return mine
  if (same(base, mine)) return theirs
  if (typeof mine === 'string' && typeof theirs === 'string') {
    // Born in two tabs at once: both come to the same one.
    if (name === 'key') return mine < theirs ? mine : theirs
    return texts.has(name) ? mergeText(mine, theirs) : mine
  }
  return Array.isArray(mine) && Array.isArray(theirs) ? mergeList(mine, theirs) : mine
}

/**
 * A field that one side changed since `base` is that side's. Where both changed it, texts and lists hold the words of both,
 * and of a choice mine stays. Gives `mine` itself when there is nothing to take over.
 */
export function merge<Fields extends object>(base: Fields, mine: Fields, theirs: Fields): Fields {
  const merged: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(mine))
    merged[name] = mergeValue(name, Reflect.get(base, name), value, Reflect.get(theirs, name))
  return same(merged, mine) ? mine : { ...mine, ...merged }
}

/** Words of their own, beside those that are there; behind them, where those may have been sent already. */
export const joinDrafts = (there: DraftFields, words: DraftFields): DraftFields =>
  there.pending ? { ...there, rest: [...there.rest, words] } : merge(blankDraft, there, words)
