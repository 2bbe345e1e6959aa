import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { premSite } from '@bilet/shared/policy/prem-site'
import { policySchema } from './policy-schema.ts'
import { parsePolicy, readPolicy } from './policy-setting.ts'

const docs = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
const faultsOf = (policy: unknown) => {
  const read = readPolicy(JSON.stringify(policy))
  return 'faults' in read ? read.faults : []
}

describe('a policy file', () => {
  it('may be the one that the desk begins with', () => {
    expect(readPolicy(JSON.stringify(premSite))).toEqual({ policy: premSite })
  })

  it('may be in one language, which stands in for the others', () => {
    const guest = { ...premSite.departments[0]!, name: { uk: 'Підтримка' }, covers: { uk: 'усе', en: 'all' } }
    const policy = parsePolicy(
      JSON.stringify({ ...premSite, departments: [guest, ...premSite.departments.slice(1)] }),
      'x',
    )
    expect(policy.departments[0]).toMatchObject({
      name: { ru: 'Підтримка', uk: 'Підтримка', en: 'Підтримка' },
      covers: { ru: 'усе', uk: 'усе', en: 'all' },
    })
  })

  it('hears of everything that is wrong with it at once, each with what to do', () => {
    const wrong = {
      ...premSite,
      $schema: './policy.schema.json',
      zone: 'Mars/Olympus',
      hours: { ...premSite.hours, mon: [['9:00', '18:00']], tue: 'closed' },
      phone: '+7',
    }
    expect(faultsOf(wrong)).toEqual([
      'zone is wrong (unknown_zone): a name of the time zone database, such as Europe/Kyiv',
      'hours.mon.0.0 is wrong (invalid_format): a time as HH:MM, 00:00 to 24:00',
      'hours.tue is wrong (invalid_type): missing, or of another kind than is expected here',
      'phone is wrong (unknown_field): there is no such field: look for a slip of the pen',
    ])
    const hours = {
      ...premSite.hours,
      mon: [
        ['09:00', '13:00'],
        ['12:00', '18:00'],
      ],
    }
    expect(faultsOf({ ...premSite, hours, personalManagerDepartment: 'nobody' })).toEqual([
      expect.stringContaining('hours.mon.1 is wrong (overlapping_hours)'),
      expect.stringContaining('personalManagerDepartment is wrong (unknown_department)'),
    ])
    expect(faultsOf('text')).toEqual([expect.stringContaining('not JSON, or no object')])
  })

  it('is explained by an example that is good', () => {
    const [, example = ''] = /```jsonc\n([\s\S]*?)```/.exec(docs('policy.md')) ?? []
    expect(readPolicy(example.replaceAll(/^\s*\/\/.*$|\s\/\/ .*$/gm, ''))).toHaveProperty('policy')
  })

  it('has a schema for editors, which is the one of now: npm run bilet -- policy show --schema', () => {
    expect(JSON.parse(docs('policy.schema.json'))).toEqual(JSON.parse(JSON.stringify(policySchema())))
  })
})
