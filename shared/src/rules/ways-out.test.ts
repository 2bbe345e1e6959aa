import { describe, expect, it } from 'vitest'
import { premSite } from '../policy/prem-site.ts'
import type { PartialDraft } from '../ticket.ts'
import { withoutNeedlessWaysOut } from './ways-out.ts'

const kept = (draft: PartialDraft) => withoutNeedlessWaysOut(draft, premSite)

describe('R14, R15: what is given counts', () => {
  it('R14: drops the way out of steps that are given', () => {
    const steps = ['Открыл товар', 'Нажал «Сохранить»']
    expect(kept({ steps, noSteps: 'just_a_question' })).toEqual({ steps })
    expect(kept({ steps: ['-'], noSteps: 'just_a_question' })).toHaveProperty('noSteps', 'just_a_question')
  })

  it('R15: drops the way out of a screenshot that is given', () => {
    const screenshot = { attachments: ['a1'], links: [] }
    expect(kept({ screenshot: { ...screenshot, none: 'nothing_to_show' } })).toEqual({ screenshot })
    expect(kept({ screenshot: { links: [' '], none: 'nothing_to_show' } }).screenshot).toHaveProperty('none')
  })

  it('leaves the draft that it was given as it was', () => {
    const draft: PartialDraft = { screenshot: { attachments: ['a1'], none: 'nothing_to_show' } }
    kept(draft)
    expect(draft.screenshot?.none).toBe('nothing_to_show')
  })
})
