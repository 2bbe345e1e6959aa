import { decodeJwt } from 'jose'
import { createIdentity } from '../http/identity.ts'
import { loadPolicy } from '../node/policy-file.ts'
import { hintFor } from '../http/token-hints.ts'
import { CommandError, defineCommand } from './command.ts'
import { withKeys } from './token-settings.ts'

export const tokenCheck = defineCommand({
  name: 'token check',
  takes: ['<token>'],
  about: 'Say whether the desk takes an identity token, and if not, why and what to do',
  options: {},
  more: 'Asks nothing but the settings: the same keys, issuer, plans and rules that the server has.',
  async run({ args: [token = ''] }, io) {
    const { identityKeys: keys, identityIssuer: issuer, policyPath } = withKeys(io)
    const plans = Object.keys((await loadPolicy(policyPath)).plans)
    const verdict = await createIdentity({ keys, issuer, plans, clock: Date.now })(token.replace(/^Bearer /i, ''))
    if (!verdict.ok) {
      const hint = hintFor(verdict.reason)
      throw new CommandError(`${verdict.code}: ${verdict.reason}${hint ? `\n${hint}` : ''}`)
    }
    const { userId, shop, plan, email, name } = verdict.caller
    io.out(`taken: user ${userId} of shop ${shop}, plan ${plan}${email ? `, ${email}` : ''}${name ? `, ${name}` : ''}`)
    for (const note of [...verdict.notes, ...clockNotes(token, Date.now() / 1000)]) io.err(note)
  },
})

/** A clock that is off is forgiven for a minute, and then not: said before it is. */
function clockNotes(token: string, now: number): string[] {
  const { iat = now, exp = now } = decodeJwt(token)
  const ahead = Math.round(iat - now)
  const late = Math.round(now - exp)
  return [
    ...(ahead > 0
      ? [`it was made ${ahead} s in the future: the clock of your backend runs ahead (60 s are forgiven)`]
      : []),
    ...(late > 0 ? [`it expired ${late} s ago by the desk’s clock, which is forgiven for 60 s`] : []),
  ]
}
