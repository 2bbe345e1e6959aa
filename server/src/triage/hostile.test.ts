// Texts made to be slow to read: four times the text may cost four times the work, not sixteen.
import { describe, expect, it } from 'vitest'
import { premSite } from '@bilet/shared/policy/prem-site'
import { adviseDraft } from './advise-draft.ts'
import { checkDraft } from './check-draft.ts'
import { readRequest } from './duplicates/read-request.ts'
import { sameRequest } from './duplicates/same-request.ts'
import { parseLink } from '@bilet/shared/rules/link'
import { withoutMarkers } from './segments/list-markers.ts'
import { splitQuestions } from './segments/split-questions.ts'
import { growthOf, proportional } from '../../test/support/growth.ts'

const size = 50_000
const fill = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

const hostile = [
  'a',
  'ф',
  ' ',
  '\n',
  '.',
  '?',
  '-',
  'описа',
  'нет ',
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
]

describe('R23: no text is slow to check', () => {
  it.each(hostile)('R13–R16, R24: the rules on %j cost in proportion to its length', (unit) => {
    const growth = growthOf((length) => {
      const text = fill(unit, length)
      const draft = { subject: text, description: text, steps: [text], screenshot: { links: [text] }, email: text }
      checkDraft(draft, premSite, { kind: 'guest' })
      parseLink(`https://${text}`)
    }, size)
    expect(growth).toBeLessThan(proportional)
  })

  it.each(hostile)('R20: advice on %j costs in proportion to its length', (unit) => {
    const growth = growthOf((length) => {
      const text = fill(unit, length)
      adviseDraft({ description: text, department: 'sales' })
      splitQuestions({ description: text })
      withoutMarkers(text)
      sameRequest(readRequest({ description: text }), readRequest({ description: text }))
    }, size)
    expect(growth).toBeLessThan(proportional)
  })
})
