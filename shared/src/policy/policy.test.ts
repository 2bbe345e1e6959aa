import { describe, expect, it } from 'vitest'
import { toIssues } from '../issues.ts'
import { SupportPolicy } from './policy.ts'
import { premSite } from './prem-site.ts'

const pathsWrong = (policy: unknown) => {
  const read = SupportPolicy.safeParse(policy)
  return read.success ? [] : toIssues(read.error).map(({ path }) => path)
}

describe('the policy file', () => {
  it('takes Prem-site’s own figures', () => {
    expect(pathsWrong(premSite)).toEqual([])
    expect(pathsWrong(JSON.parse(JSON.stringify(premSite)))).toEqual([])
  })

  it.each([
    ['zone', { zone: 'Europe/Atlantis' }],
    ['hours.mon.0.1', { hours: { ...premSite.hours, mon: [['11:00', '25:00']] } }],
    ['closedDates.0', { closedDates: ['2026-02-30'] }],
    ['personalManagerDepartment', { personalManagerDepartment: 'ghosts' }],
    ['guest.departments', { guest: { ...premSite.guest, departments: ['ghosts'] } }],
    ['reactionCeiling.hours', { reactionCeiling: { hours: 0, clock: 'calendar' } }],
    ['limits.description', { limits: { ...premSite.limits, description: 1_000_000 } }],
    ['surprise', { surprise: true }],
  ])('R1, R3, R4: names the path that is wrong: %s', (path, wrong) => {
    expect(pathsWrong({ ...premSite, ...wrong })).toEqual([path])
  })

  it('R19: names every reason of the regulation', () => {
    expect(premSite.decisionReasons.map(({ id }) => id)).toEqual([
      'no_information',
      'not_reproducible',
      'several_problems',
      'template_modified',
      'needs_development',
      'out_of_scope',
      'third_party_service',
    ])
  })

  it('R8: shows phones with the note that changes need a written request', () => {
    expect(premSite.phones.length).toBeGreaterThan(0)
    expect(premSite.phonesNote.ru).toMatch(/письменн/)
  })
})
