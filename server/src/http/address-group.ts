import ipaddr from 'ipaddr.js'

/** Who one address speaks for: itself, or its /64 in IPv6, which is what one household or server is given. */
export function addressGroup(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.parse(address)
  if (parsed.kind() === 'ipv4') return address
  return `${parsed
    .toByteArray()
    .slice(0, 8)
    .map((byte) => byte.toString(16))
    .join('.')}/64`
}
