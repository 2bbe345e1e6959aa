// npm run eval:checks [-- FILE]: how well the guesses do on labelled tickets, by label and language, and how fast they are.
import type { Caller } from '../src/caller.ts'
import { checkDraft } from '../src/checks/check-draft.ts'
import { checkRules } from '../src/checks/check-rules.ts'
import { premSite } from '../src/policy/prem-site.ts'
import type { PartialDraft } from '../src/ticket.ts'
import type { Answer } from './evaluate.ts'
import { answersOf, crossValidated, departmentFigures, figuresOf, labels, shipped } from './evaluate.ts'
import { defaultFile, readLabelled } from './labelled.ts'

const say = (line = '') => process.stdout.write(`${line}\n`)

const percent = (share: number) => (share * 100).toFixed(1).padStart(6)

function tell(title: string, answers: Answer[]) {
  const languages = ['all', ...new Set(answers.map(({ ticket }) => ticket.lang))]
  say(`\n${title}\n${'label'.padEnd(18)}lang count precision recall     F1`)
  for (const label of labels)
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

/** Milliseconds of many runs on drafts of 5,000 characters made of the tickets: the median, and the slowest in a hundred. */
function timesOf(work: (draft: PartialDraft) => void): string {
  const text = tickets.map(({ description }) => description).join('\n')
  const times = Array.from({ length: 2_000 }, (_, run) => {
    const from = (run * 997) % Math.max(1, text.length - 5_000)
    const draft = { subject: 'Вопрос', description: text.slice(from, from + 5_000), steps: ['открыл', 'нажал'] }
    const start = performance.now()
    work(draft)
    return performance.now() - start
  }).toSorted((a, b) => a - b)
  return [0.5, 0.99].map((share) => times[Math.floor(share * times.length)]!.toFixed(2).padStart(6)).join(' ')
}

const file = process.argv[2] ?? defaultFile
const tickets = readLabelled(file)
say(`${tickets.length} tickets`)
tell('Cross-validated: learned on 4/5, asked on the other 1/5', crossValidated(tickets))
tell(
  'The tables as shipped: learned from all of the development file, so telling only for another one',
  answersOf(tickets, shipped),
)
const guest: Caller = { kind: 'guest' }
say('\nOn a draft of 5,000 characters, milliseconds: median and p99 of 2,000 runs')
say(`checkRules   ${timesOf((draft) => checkRules(draft, premSite, guest))}`)
say(`checkDraft   ${timesOf((draft) => checkDraft(draft, premSite, guest))}`)
