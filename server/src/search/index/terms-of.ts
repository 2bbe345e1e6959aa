import { stem } from '../text/stem.ts'
import { tokenize } from '../text/tokenize.ts'

/** The terms of a text in reading order; a compound with a hyphen also counts as one word (`штрих-код`, `штрихкод`). */
export function termsOf(text: string): string[] {
  const terms: string[] = []
  let previousEnd = -1
  let previousWord = ''
  for (const { word, start, end } of tokenize(text)) {
    terms.push(stem(word))
    if (start === previousEnd + 1 && text[previousEnd] === '-') terms.push(stem(previousWord + word))
    previousEnd = end
    previousWord = word
  }
  return terms
}
