import { SignJWT } from 'jose'
import { defineCommand, UsageError } from './command.ts'
import { withKeys } from './token-settings.ts'

export const tokenMake = defineCommand({
  name: 'token make',
  about: 'Make an identity token as your backend would, to try a page or the API with',
  options: {
    shop: { type: 'string', value: 'id', about: 'the shop' },
    plan: { type: 'string', value: 'name', about: 'its plan' },
    user: { type: 'string', value: 'id', about: 'the person (try-out)' },
    email: { type: 'string', value: 'address', about: 'where receipts go' },
    kid: { type: 'string', value: 'name', about: 'the key to sign with; the first of BILET_IDENTITY_KEYS' },
  },
  more: 'Prints the token alone; it lives ten minutes.',
  async run({ options: { shop, plan, user = 'try-out', email, kid } }, io) {
    if (!shop || !plan) throw new UsageError(`--${shop ? 'plan' : 'shop'} is missing`)
    const { identityKeys, identityIssuer } = withKeys(io)
    const name = kid ?? identityKeys.keys().next().value ?? ''
    const secret = identityKeys.get(name)
    if (!secret) throw new UsageError(`--kid: BILET_IDENTITY_KEYS has ${[...identityKeys.keys()].join(', ')}`)
    const token = new SignJWT({ shop, plan, ...(email && { email }) })
      .setProtectedHeader({ alg: 'HS256', kid: name })
      .setIssuer(identityIssuer ?? 'try-out')
      .setAudience('bilet')
      .setSubject(user)
      .setIssuedAt()
      .setExpirationTime('10m')
    io.out(await token.sign(secret))
  },
})
