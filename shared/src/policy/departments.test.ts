import { describe, expect, it } from 'vitest'
import type { Caller, Plan } from '../caller.ts'
import { departmentsFor, mayWriteTo } from './departments.ts'
import { premSite } from './prem-site.ts'

const owner = (plan: Plan): Caller => ({ kind: 'owner', issuer: 'test', userId: 'u1', shop: 's1', plan })

const openTo = (caller: Caller) =>
  departmentsFor(premSite, caller)
    .filter(({ available }) => available)
    .map(({ id }) => id)

describe('R3: departments and plans', () => {
  it('R3: the Free plan and guests may write to Sales only', () => {
    expect(openTo(owner('free'))).toEqual(['sales'])
    expect(openTo({ kind: 'guest' })).toEqual(['sales'])
  })

  it.each(['standard', 'premium'] as const)('R9, R10, R11: the %s plan may write to every department', (plan) => {
    expect(openTo(owner(plan))).toEqual(['technical', 'consultations', 'sales'])
  })

  it('R3: a closed department is listed with the reason', () => {
    expect(departmentsFor(premSite, owner('free'))[0]).toMatchObject({
      id: 'technical',
      available: false,
      reason: 'department_not_in_plan',
    })
  })

  it('R3: nobody may write to a department that there is not, even if a plan names it', () => {
    const plans = { ...premSite.plans, free: { ...premSite.plans.free, departments: ['ghosts'] } }
    expect(mayWriteTo({ ...premSite, plans }, owner('free'), 'ghosts')).toBe(false)
  })
})
