// npm run eval:checks [-- FILE]: how well the labels do on labelled tickets, by label and language, how fast they are, and how
// much of the checks the widget carries.
import { resolve } from 'node:path'
import { shipped } from '../tables.ts'
import type { Answer } from './evaluate.ts'
import { answersOf, crossValidated, departmentFigures, figuresOf, judgedLabels } from './evaluate.ts'
import { handsOf, readPairs } from '../train/pairs.ts'
import { taughtPairs } from '../train/taught-pairs.ts'
import type { JudgedPair } from './duplicates.ts'
import { duplicateFigures, judgeAcross } from './duplicates.ts'
import { carriedBytes } from './carried.ts'
import { defaultFile, readLabelled } from '../train/labelled.ts'
import { runBundled } from './run-bundled.ts'

const say = (line = '') => process.stdout.write(`${line}\n`)

const percent = (share: number) => (share * 100).toFixed(1).padStart(6)

function tell(title: string, answers: Answer[]) {
  const languages = ['all', ...new Set(answers.map(({ ticket }) => ticket.lang))]
  say(`\n${title}\n${'label'.padEnd(18)}lang count precision recall     F1`)
  for (const label of judgedLabels)
    for (const lang of languages) {
      const { count, precision, recall, f1 } = figuresOf(inLanguage(answers, lang), label)
      const figures = [precision, recall, f1].map(percent).join(' ')
      say(`${label.padEnd(18)}${lang.padEnd(4)} ${String(count).padStart(5)}    ${figures}`)
    }
  say(`${'department'.padEnd(18)}lang count  accuracy silent`)
  for (const lang of languages) {
    const { count, accuracy, silent } = departmentFigures(inLanguage(answers, lang))
    say(
      `${'department'.padEnd(18)}${lang.padEnd(4)} ${String(count).padStart(5)}    ${percent(accuracy)} ${percent(silent)}`,
    )
  }
}

const inLanguage = (answers: Answer[], lang: string) =>
  lang === 'all' ? answers : answers.filter(({ ticket }) => ticket.lang === lang)

const file = process.argv[2] ?? defaultFile
const tickets = readLabelled(file)
say(`${tickets.length} tickets`)
tell('Cross-validated: learned on 4/5 and on tickets of other files, asked on the other 1/5', crossValidated(tickets))
tell(
  'The tables as shipped: learned from the development file and our own tickets, so telling only for others',
  answersOf(tickets, shipped),
)

function tellPairs(title: string, pairs: readonly JudgedPair[]) {
  const { precision, recall, accuracy, auc } = duplicateFigures(pairs)
  const figures = [precision, recall, accuracy, auc].map(percent).join(' ')
  say(`${title.padEnd(56)} ${figures}`)
}

say(`\n${'duplicates'.padEnd(56)} precision, recall, accuracy, in order`)
tellPairs('each hand by what was learned from the others', judgeAcross(taughtPairs(), handsOf(readPairs())))
say('\nOn drafts of 5,000 characters, milliseconds of 2,000 runs: median and p99')
say(await runBundled('time-checks.ts', resolve(file)))
say(`The widget carries ${await carriedBytes()} bytes of the checks, in brotli`)
