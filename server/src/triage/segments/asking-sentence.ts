// Which sentence of a letter, or of a part of one, says what is wanted (R16).
import { manner } from '../lexicon/manner.ts'
import { analyzeDraft } from '../text/analyze-draft.ts'
import type { AnalyzedSentence } from '../text/analyze-draft.ts'

/** As long as a subject should be. */
const longest = 80

const wanting = manner.question | manner.request | manner.defect

const wants = ({ sentence, words, marks }: AnalyzedSentence) =>
  sentence.asks || marks.some((mark) => (mark.manner & wanting) > 0) || words.some(({ asks, fails }) => asks || fails)

const namesTopic = ({ marks }: AnalyzedSentence) => marks.some(({ topics }) => topics.length > 0)

/**
 * The first sentence that wants something of a thing it names, no longer than a subject should be; where there is none,
 * the first that names a thing, or wants, or else the first: greetings and stories stand around it.
 */
export function askingSentence(text: string): string {
  const sentences = analyzeDraft({ description: text }).description
  const both = sentences.findIndex((one) => wants(one) && namesTopic(one))
  const at = [both, sentences.findIndex(namesTopic), sentences.findIndex(wants)].find((found) => found >= 0) ?? 0
  const sentence = text.slice(sentences[at]?.sentence.from ?? 0, sentences[at + 1]?.sentence.from)
  return shortened(sentence.split('\n')[0]!.replace(/(?<![\s.?!…,])[\s.?!…,]+$/u, ''))
}

function shortened(line: string): string {
  if (line.length <= longest) return line
  const cut = line.slice(0, longest)
  return `${cut.slice(0, cut.lastIndexOf(' ') + 1 || longest).trimEnd()}…`
}
