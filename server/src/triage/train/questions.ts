// Questions about several documentations, and whether the one that they are asked of answers them.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** `of` names the documentation. */
export type Question = { of: string; q: string; isAnswered: boolean }

const file = fileURLToPath(new URL('questions.jsonl', import.meta.url))

export const readQuestions = (): Question[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line): Question => JSON.parse(line))
