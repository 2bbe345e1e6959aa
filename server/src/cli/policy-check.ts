import { readFile } from 'node:fs/promises'
import { readPolicy } from '../policy-setting.ts'
import { CommandError, defineCommand, faultsIn } from './command.ts'

export const policyCheck = defineCommand({
  name: 'policy check',
  takes: ['<file.json>'],
  about: 'Say everything that is wrong with a policy file, and what to do',
  options: {},
  more: 'What it may hold: docs/policy.md, and policy.schema.json for your editor.',
  async run({ args: [file = ''] }, io) {
    const json = await readFile(file, 'utf8').catch(() => {
      throw new CommandError(`${file} cannot be read`)
    })
    const read = readPolicy(json)
    if ('faults' in read) throw faultsIn(file, read.faults)
    const { departments, plans, zone } = read.policy
    io.out(`good: ${departments.length} departments, ${Object.keys(plans).length} plans, hours in ${zone}`)
  },
})
