import { randomBytes } from 'node:crypto'
import { leastSecretBytes } from '../identity-keys.ts'
import { defineCommand, UsageError } from './command.ts'

export const keyCreate = defineCommand({
  name: 'key create',
  about: 'Make a key that your backend signs identity tokens with',
  options: { kid: { type: 'string', value: 'name', about: 'what tokens call it; the month where it is not given' } },
  more: [
    'Prints what BILET_IDENTITY_KEYS takes, in the form that needs no quotes. Your backend needs both parts: the name as',
    '`kid`, and the secret, decoded from base64, as the key. To change a key: add the new one after a comma, sign with it,',
    'and take the old one out when its last token has expired, fifteen minutes later.',
  ].join('\n'),
  run({ options: { kid = new Date().toISOString().slice(0, 7) } }, io) {
    if (!/^[\w.-]{1,50}$/.test(kid)) throw new UsageError('--kid: expected letters, digits, ".", "-", "_"')
    io.out(`BILET_IDENTITY_KEYS=${kid}:${randomBytes(leastSecretBytes).toString('base64')}`)
    io.err('Keep it like a password: whoever has it can sign in as any owner.')
    return Promise.resolve()
  },
})
