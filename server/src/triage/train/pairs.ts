// Pairs of an open ticket and a later draft of the same owner, judged by hand: the same request, or another (R17). Likeness of
// the subject tells nothing: many a follow-up has a new one, many a new question the old one.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

type Text = { subject: string; description: string }

/** `of` names the hand that wrote it. */
export type Pair = { of: string; same: boolean; open: Text; draft: Text }

const learnedFrom = fileURLToPath(new URL('tickets/duplicate-pairs.jsonl', import.meta.url))

/** Reads a file of pairs; those written by hand that are learned from, if none is given. */
export const readPairs = (file = learnedFrom): Pair[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line): Pair => JSON.parse(line))

export const handsOf = (pairs: readonly Pair[]): string[] => [...new Set(pairs.map(({ of }) => of))]
