import { loadConfig } from '../config.ts'
import { loadPolicy } from '../node/policy-file.ts'
import { policySchema } from '../policy-schema.ts'
import { defineCommand } from './command.ts'

export const policyShow = defineCommand({
  name: 'policy show',
  about: 'Print the policy in force, to begin your own with',
  options: { schema: { type: 'boolean', about: 'its JSON Schema instead, for your editor' } },
  async run({ options }, io) {
    const shown = options.schema ? policySchema() : await loadPolicy(loadConfig(io.env).policyPath)
    io.out(JSON.stringify(shown, null, 2))
  },
})
