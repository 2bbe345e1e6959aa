import type { LinkedTicket } from '../loader/bridge.ts'

/**
 * The ticket that the address of the page names, as letters do: `?bilet=ticket:<id>.<number>`; for a guest
 * `?bilet=guest:<token>.<number>`, where the token, `guest.<id>.…`, opens that ticket.
 */
export function linkedTicket(search: string): LinkedTicket | null {
  const link = new URLSearchParams(search).get('bilet') ?? ''
  const [, token, id] = /^(?:ticket:|guest:(?=(.+)\.)guest\.)([\w-]+)\./.exec(link) ?? []
  const number = Number(link.split(/\D/).at(-1))
  return id && number ? { id, number, token } : null
}
