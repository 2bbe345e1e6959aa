// What each guess listens to. What a sentence shows of it is one number, a bit for each thing found.
import type { Label } from './labels.ts'
import { conceptNames } from '../lexicon/concepts.ts'
import type { AnalyzedSentence } from '../text/analyze-draft.ts'
import { editNames, editsIn, orderNames, ordersIn } from './deed-features.ts'
import { serviceIn, serviceNames } from './service-features.ts'

export type ConceptMask = {
  /** What is found, by bit. */
  names: readonly string[]
  /** The bit of each concept by its number, 0 of those that are not listened to. */
  bits: Int32Array
  /** Bits of the concepts: they mean more in pairs, unlike what is found aside. */
  concepts: number
  /** Without one of these nothing makes the guess likely, so a place that shows none is passed over. */
  needed: number
  /** Bits of what a sentence shows beside its concepts, from the lowest on. */
  aside?: (reading: AnalyzedSentence) => number
  /** The first bit of those. */
  asideFrom?: number
}

const words = (list: string) => list.split(' ')

/** `found` and, among it, `needed` are names of concepts. */
function createMask(found: string, needed: string): ConceptMask {
  const names = words(found)
  const bitOf = (name: string) => (names.includes(name) ? 1 << names.indexOf(name) : 0)
  return {
    names,
    bits: Int32Array.from(conceptNames, bitOf),
    concepts: (1 << names.length) - 1,
    needed: words(needed).reduce((bits, name) => bits | bitOf(name), 0),
  }
}

/** A mask that sees more than concepts: what is found aside has its bits behind theirs. */
const withAside = (
  mask: ConceptMask,
  asideNames: readonly string[],
  aside: (reading: AnalyzedSentence) => number,
): ConceptMask => ({ ...mask, names: [...mask.names, ...asideNames], aside, asideFrom: mask.names.length })

export const conceptMasks: Record<Label, ConceptMask> = {
  personalManager: createMask(
    'seowish adswish growthwish manager_wish seofields redirect robots sitemap counter seo ads growth howmuch defect feed buy request question',
    'seowish adswish growthwish manager_wish seo ads growth',
  ),
  layoutQuestion: createMask(
    'code_word visual code_ask own_block stocktheme output defect edited no:edited question request appdesign howmuch template_object outsider mobile panel_field setting seofields counter domain mailbox letter feed intends foreign_template',
    'code_word visual code_ask own_block',
  ),
  thirdParty: withAside(
    createMask(
      'cabinet external_cabinet external_verdict no:external_verdict service_name ourside our_fault ours_fine external_fine defect request ads question setting speech party',
      'external_cabinet external_verdict service_name party',
    ),
    serviceNames,
    serviceIn,
  ),
  templateModified: withAside(
    createMask(
      'edited no:edited template_object outsider foreign_template stocktheme question own_block panel_field code_word letter pages setting intends counter',
      'edited template_object foreign_template',
    ),
    editNames,
    editsIn,
  ),
  accountChange: withAside(
    createMask(
      'account_verb account_object no:account_verb buyer howmuch changed_hands formal_request question request invoice refund staff access subscription customer defect intends password notices order',
      'account_verb account_object changed_hands',
    ),
    orderNames,
    ordersIn,
  ),
  unclear: createMask('vague greet question request', 'vague greet question request'),
}

/** What a mask finds in a sentence. */
export function bitsIn({ bits, aside, asideFrom = 0 }: ConceptMask, reading: AnalyzedSentence): number {
  let found = 0
  for (const concept of reading.shown) found |= bits[concept]!
  return aside ? found | (aside(reading) << asideFrom) : found
}
