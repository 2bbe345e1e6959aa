// A draft's texts, read once for everything that is found from them.
import { limits } from '@bilet/shared/limits'
import type { PartialDraft } from '@bilet/shared/ticket'
import { negated } from '../lexicon/concepts.ts'
import type { Sentence } from './sentences.ts'
import { sentencesOf } from './sentences.ts'
import type { Mark, Word } from './words.ts'
import { markAt } from './words.ts'

/** A sentence and what it shows. */
export type AnalyzedSentence = {
  sentence: Sentence
  words: Word[]
  /** What is shown word by word. */
  marks: Mark[]
  /** Concepts by number, each once, in order of the first word that shows it. */
  shown: number[]
}

/** `title` is the subject as written. */
export type AnalyzedDraft = {
  title: string
  subject: AnalyzedSentence[]
  /** The subject line once more; empty where it only says how the letter begins, so tells nothing of the rest. */
  promised: AnalyzedSentence[]
  description: AnalyzedSentence[]
  steps: AnalyzedSentence[]
  /** Concepts of all three texts, each once. */
  shown: ReadonlySet<number>
}

function read(sentence: Sentence): AnalyzedSentence {
  const { words } = sentence
  const marks: Mark[] = []
  const shown: number[] = []
  for (let at = 0; at < words.length; at++) {
    const mark = markAt(words, at)
    marks.push(mark)
    if (mark.concepts.length === 0) continue
    const denied = at > 0 && words[at - 1]!.denies
    for (const concept of mark.concepts) {
      const one = denied ? negated(concept) : concept
      if (!shown.includes(one)) shown.push(one)
    }
  }
  return { sentence, words, marks, shown }
}

const analyzeText = (text: string) => sentencesOf(text).map(read)

function shownIn(...texts: AnalyzedSentence[][]): Set<number> {
  const all = new Set<number>()
  for (const text of texts) for (const { shown } of text) for (const concept of shown) all.add(concept)
  return all
}

/** Whether the subject line is the beginning of the letter, cut or whole. */
function isBeginning(title: string, description: string): boolean {
  const beginning = title.trim().replace(/…$/, '').toLowerCase()
  return description.trimStart().slice(0, beginning.length).toLowerCase() === beginning
}

/** A draft's three texts, sentence by sentence. */
export function analyzeDraft(draft: PartialDraft): AnalyzedDraft {
  const title = (draft.subject ?? '').slice(0, limits.subject)
  const subject = analyzeText(title)
  const description = analyzeText(draft.description ?? '')
  const steps = analyzeText((draft.steps ?? []).join('\n'))
  const promised = isBeginning(title, draft.description ?? '') ? [] : subject
  return { title, subject, promised, description, steps, shown: shownIn(subject, description, steps) }
}
