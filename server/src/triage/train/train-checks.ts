// Remakes the learned tables: npm run train:checks [-- FILE]. FILE holds labelled tickets (see labelled.ts) in place of the
// development tickets; our own in tickets/ are learned from as well.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lettersBesides, taughtBy, readLabelled } from './labelled.ts'
import { learn } from './learn.ts'
import { readQuestions } from './questions.ts'
import { toFiles } from './to-files.ts'

const tickets = taughtBy(readLabelled(process.argv[2]))
const questions = readQuestions()
const folder = fileURLToPath(new URL('../learned/', import.meta.url))
for (const [name, text] of Object.entries(toFiles(learn(tickets, lettersBesides(), questions))))
  writeFileSync(`${folder}${name}`, text)
process.stdout.write(`Learned from ${tickets.length} tickets and ${questions.length} questions\n`)
