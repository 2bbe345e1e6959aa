import { access } from './notions/access.ts'
import { actions } from './notions/actions.ts'
import { customers } from './notions/customers.ts'
import { delivery } from './notions/delivery.ts'
import { documents } from './notions/documents.ts'
import { domain } from './notions/domain.ts'
import { exchange } from './notions/exchange.ts'
import { goods } from './notions/goods.ts'
import { marketing } from './notions/marketing.ts'
import { names } from './notions/names.ts'
import { orders } from './notions/orders.ts'
import { page } from './notions/page.ts'
import { payment } from './notions/payment.ts'
import { retail } from './notions/retail.ts'
import { service } from './notions/service.ts'
import { stock } from './notions/stock.ts'
import { visibility } from './notions/visibility.ts'
import { words } from './notions/words.ts'
import type { Notion } from './notion.ts'
import { readNotions } from './read-notions.ts'

/**
 * What shop owners and the documentation of shops and panels call things: Russian, Ukrainian, borrowed, slang. Kept by
 * hand: add what an owner says and a document does not.
 */
export const productNotions: readonly Notion[] = [
  access,
  actions,
  customers,
  delivery,
  documents,
  domain,
  exchange,
  goods,
  marketing,
  names,
  orders,
  page,
  payment,
  retail,
  service,
  stock,
  visibility,
  words,
].flatMap(readNotions)
