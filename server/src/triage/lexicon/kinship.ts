// Which topics belong to one matter: what is told of one is often told by way of another (R16).
import { conceptOf } from './concepts.ts'

/** A matter a line. A topic may belong to several. */
const matters = `
gateway fiscal checkout order status refund tax
courier checkout country map order stock
newsletter sms letter mailbox status customer
domain ssl mailbox redirect speed
access staff owner customer mailbox
catalog category tag brand filter search sorting card
card photo slider variant product_text related compare stock price
import export erp feed crm api stock price variant
discount bonus cart price checkout
seo sitemap robots redirect seofields counter ads
template css card catalog variant price photo stock
template css theme block header menu footer banner favicon mobile home pages
subscription invoice modules owner moving
report counter order export
language currency country price
`

const lines = matters
  .trim()
  .split('\n')
  .map((line) => new Set(line.split(' ').map(conceptOf)))

const kin = new Map<number, ReadonlySet<number>>()
for (const line of lines) for (const topic of line) kin.set(topic, new Set([...(kin.get(topic) ?? []), ...line]))

/** Whether two topics belong to one matter. */
export const areKin = (one: number, other: number) => kin.get(one)?.has(other) ?? one === other
