import type { Ticket } from '../tickets/ticket.ts'

/**
 * Where letters lead: the page of the shop's admin that has the widget, which opens the ticket there. Null for guests,
 * who cannot sign in to it.
 * @example createTicketLink('https://admin.shop.example/')(ticket) // https://admin.shop.example/?bilet=ticket%3Aabc.12
 */
export const createTicketLink =
  (panelUrl: string) =>
  ({ id, number, requester }: Pick<Ticket, 'id' | 'number' | 'requester'>): string | null => {
    if (!requester.verified) return null
    const url = new URL(panelUrl)
    url.searchParams.set('bilet', `ticket:${id}.${number}`)
    return url.href
  }
