/** The ticket that the address of the page names, as letters do: `?bilet=ticket:<id>.<number>`. */
export function linkedTicket(search: string): { id: string; number: number } | null {
  const link = new URLSearchParams(search).get('bilet') ?? ''
  const [, id, number] = /^ticket:([\w-]+)\.(\d+)$/.exec(link) ?? []
  return id && number ? { id, number: Number(number) } : null
}
