// Remakes the learned tables: npm run train:checks [-- FILE]. FILE holds labelled tickets (see labelled.ts) in place of the
// development tickets; our own in tickets/ are learned from as well.
import { writeFileSync } from 'node:fs'
import { lettersBesides, taughtBy, readLabelled } from './labelled.ts'
import { learn } from './learn.ts'
import { readQuestions } from './questions.ts'
import { taughtPairs } from './taught-pairs.ts'
import { tablesFile } from './to-files.ts'

const tickets = taughtBy(readLabelled(process.argv[2]))
const questions = readQuestions()
const pairs = taughtPairs()
const { name, text } = tablesFile(learn(tickets, lettersBesides(), questions, pairs))
writeFileSync(new URL(`../learned/${name}`, import.meta.url), text)
process.stdout.write(
  `Learned from ${tickets.length} tickets, ${questions.length} questions and ${pairs.length} pairs\n`,
)
