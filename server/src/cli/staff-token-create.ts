import type { Scope } from '../staff/staff-tokens.ts'
import { CommandError, defineCommand, UsageError } from './command.ts'
import { withDesk } from './open-desk.ts'

const known: readonly Scope[] = ['read', 'write', 'admin']
const longestName = 100

export const staffTokenCreate = defineCommand({
  name: 'staff token create',
  takes: ['<name>'],
  about: 'Make a token for staff; it is shown this once',
  options: {
    scope: {
      type: 'string',
      multiple: true,
      value: 'read,write,admin',
      about: 'what it may do; each includes those before it; may be given several times',
    },
  },
  more: 'Prints the token alone. It is revoked through DELETE /v1/staff/tokens/:id.',
  async run({ args: [name = ''], options }, io) {
    const scopes = scopesOf(options.scope)
    if (name.trim() === '' || name.length > longestName)
      throw new UsageError(`<name>: expected 1 to ${longestName} characters`)
    const made = await withDesk(io, ({ staffTokens }) => staffTokens.create(name, scopes))
    if (!made) throw new CommandError(`there is a token of ${name}: choose another name, or revoke that one first`)
    io.out(made.token)
    io.err(`Token ${made.id} of ${name}: ${scopes.join(', ')}. It is not shown again.`)
  },
})

function scopesOf(values: readonly string[] = []): Scope[] {
  const names = values.flatMap((value) => value.split(','))
  const scopes = known.filter((scope) => names.includes(scope))
  if (scopes.length === 0 || scopes.length < new Set(names).size)
    throw new UsageError(`--scope: expected some of ${known.join(',')}, not "${values.join(' ')}"`)
  return scopes
}
