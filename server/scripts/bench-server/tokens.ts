import { SignJWT } from 'jose'
import { identitySecret } from './servers.ts'

type Owner = { id: string; shop: string; plan: string }

/** An identity token as a shop's backend would sign it. */
export const tokenOf = ({ id, shop, plan }: Owner): Promise<string> =>
  new SignJWT({ shop, plan, email: `${id}@shop.example` })
    .setProtectedHeader({ alg: 'HS256', kid: 'bench' })
    .setIssuer('bench')
    .setAudience('bilet')
    .setSubject(id)
    .setIssuedAt()
    .setExpirationTime('15m')
    .sign(identitySecret)
