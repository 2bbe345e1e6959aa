// Pairs of an open ticket and a later draft of the same owner, judged by hand: the same request, or another (R17). The subject
// tells nothing: many a follow-up has a new one, many a new question the old one.
import { readFileSync } from 'node:fs'

type Text = { subject: string; description: string }
export type Pair = { same: boolean; open: Text; draft: Text }

const file = new URL('tickets/duplicate-pairs.jsonl', import.meta.url)

export const readPairs = (): Pair[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line): Pair => JSON.parse(line))
