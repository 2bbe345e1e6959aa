// Texts made to be slow to read. Time is the processor's, best of three, so that a busy machine does not decide.
import { describe, expect, it } from 'vitest'
import { premSite } from '@bilet/shared/policy/prem-site'
import { adviseDraft } from './advise-draft.ts'
import { checkDraft } from './check-draft.ts'
import { likeness } from './likeness.ts'
import { parseLink } from '@bilet/shared/rules/link'
import { withoutMarkers } from './list-markers.ts'
import { splitQuestions } from './split-questions.ts'

const size = 100_000
const fill = (unit: string) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size)

const hostile = [
  'a',
  'ф',
  ' ',
  '\n',
  '.',
  '?',
  '-',
  '{',
  '{a',
  '<',
  '<a',
  'a.',
  'a@',
  'a@a.',
  '1.',
  '1. ',
  '\n1)',
  'https://',
  "a'",
  'и ',
  'как и ',
  'не ',
  'p.s',
  'т.',
  '«',
  '0x',
  'asd',
  'фыв',
  '\u0301',
  '🙂',
  'İ',
  'ё',
  '_a-',
  'header.',
  'также и ',
].map((unit) => [unit, fill(unit)] as const)

function milliseconds(work: () => unknown): number {
  const once = () => {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000
  }
  return Math.min(once(), once(), once())
}

describe('R23: no text is slow to check', () => {
  it.each(hostile)('R13–R16, R24: 100 KB of %j within 10 ms', (_unit, text) => {
    const draft = { subject: text, description: text, steps: [text], screenshot: { links: [text] }, email: text }
    expect(milliseconds(() => checkDraft(draft, premSite, { kind: 'guest' }))).toBeLessThan(10 * 5)
    expect(milliseconds(() => checkDraft({ description: text }, premSite, { kind: 'guest' }))).toBeLessThan(10)
    expect(milliseconds(() => parseLink(`https://${text}`))).toBeLessThan(10)
  })

  it.each(hostile)('R20: 100 KB of %j is no burden on advice', (_unit, text) => {
    expect(milliseconds(() => adviseDraft({ description: text, department: 'sales' }))).toBeLessThan(50)
    expect(milliseconds(() => splitQuestions({ description: text }))).toBeLessThan(50)
    expect(milliseconds(() => withoutMarkers(text))).toBeLessThan(50)
    expect(milliseconds(() => likeness({ description: text }, { description: text }))).toBeLessThan(50)
  })
})
