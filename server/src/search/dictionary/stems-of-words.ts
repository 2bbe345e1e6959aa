// What of the dictionary's words is needed to find them is written down: stemming ten thousand words takes as long as
// reading an index.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { stem } from '../text/stem.ts'

const folder = fileURLToPath(new URL('words/', import.meta.url))

/** What a stem most likely means comes first: things of a panel, what is done with them, the trade's own. */
const files = ['computing', 'verbs', 'commerce', 'qualities', 'everyday']

/** The lines of `words/`: a meaning each, its words in English, Russian and Ukrainian; of a word's meanings the commonest first. */
export const wordLines = (): string[] =>
  files.flatMap((name) => readFileSync(`${folder}${name}.txt`, 'utf8').split('\n')).filter((line) => line !== '')

/** Where a hyphen is, owners write one word as often: what stands on either side of it would be two. */
const stemsOf = (words: string): string[] => [
  ...new Set(words.split(', ').map((word) => stem(word.replaceAll('-', '')))),
]

/** `stems.json` as it should be: a text for each meaning, its stems by language. */
export const stemsOfWords = (): string =>
  `[\n${wordLines()
    .map((line) =>
      JSON.stringify(
        line
          .split(' | ')
          .map((words) => stemsOf(words).join(','))
          .join('|'),
      ),
    )
    .join(',\n')}\n]\n`
