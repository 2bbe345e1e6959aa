import type { GuestLinks } from '../tickets/guest-links.ts'
import type { Ticket } from '../tickets/ticket.ts'

type Pages = {
  /** The page of the shop's admin that has the widget. */
  panelUrl: string | undefined
  /** A page that has the widget and that anybody may open. */
  guestUrl: string | undefined
  guestLinks: Pick<GuestLinks, 'give'>
}

/**
 * Where letters lead: the page that has the widget, which opens the ticket there. A guest cannot sign in to the shop's
 * admin: theirs is a page that anybody may open, by a link that is good for their ticket alone. Null where no such page
 * is known.
 * @example createTicketLink({ panelUrl: 'https://admin.shop.example/', … })(ticket) // https://admin.shop.example/?bilet=ticket%3Aabc.12
 */
export function createTicketLink({ panelUrl, guestUrl, guestLinks }: Pages) {
  return ({ id, number, requester }: Pick<Ticket, 'id' | 'number' | 'requester'>): string | null => {
    if (requester.verified) return panelUrl === undefined ? null : to(panelUrl, `ticket:${id}.${number}`)
    const token = guestUrl === undefined ? null : guestLinks.give(id)
    return guestUrl === undefined || token === null ? null : to(guestUrl, `guest:${token}.${number}`)
  }
}

function to(page: string, place: string): string {
  const url = new URL(page)
  url.searchParams.set('bilet', place)
  return url.href
}
