// How long a check takes on drafts of 5,000 characters made of labelled tickets. To be run bundled, as the server is:
// what a TypeScript runner adds to each small function would be measured with it.
import { checkDraft } from '../check-draft.ts'
import { checkRules } from '@bilet/shared/rules/check-rules'
import { premSite } from '@bilet/shared/policy/prem-site'
import type { PartialDraft } from '@bilet/shared/ticket'
import { readLabelled } from '../train/labelled.ts'

const warmUp = 1_000
const runs = 2_000
const length = 5_000

const text = readLabelled(process.argv[2])
  .map(({ description }) => description)
  .join('\n')
  .padEnd(length + 1, '\n')

const draftOf = (run: number): PartialDraft => {
  const from = (run * 997) % (text.length - length)
  return { subject: 'Вопрос', description: text.slice(from, from + length), steps: ['открыл', 'нажал'] }
}

const spent = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** Median and the slowest in a hundred, in milliseconds. */
const told = (times: number[]) =>
  [0.5, 0.99].map((share) => times.toSorted((a, b) => a - b)[Math.floor(share * times.length)]!.toFixed(2)).join(' ')

function time(name: string, work: (draft: PartialDraft) => void) {
  const times = Array.from({ length: warmUp + runs }, (_, run) => {
    const draft = draftOf(run)
    const start = { wall: performance.now(), processor: spent() }
    work(draft)
    return { wall: performance.now() - start.wall, processor: spent() - start.processor }
  }).slice(warmUp)
  const [wall, processor] = [times.map((one) => one.wall), times.map((one) => one.processor)]
  process.stdout.write(`${name.padEnd(12)} ${told(wall)} by the clock, ${told(processor)} of the processor\n`)
}

time('checkRules', (draft) => checkRules(draft, premSite, { kind: 'guest' }))
time('checkDraft', (draft) => checkDraft(draft, premSite, { kind: 'guest' }))
