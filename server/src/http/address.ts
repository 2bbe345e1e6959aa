// The client's own address behind proxies that we trust; behind others, the proxy's.
import ipaddr from 'ipaddr.js'

type Range = ReturnType<typeof ipaddr.parseCIDR>

/** Whether the text is an address, or a range of them in CIDR notation. */
export const isAddressRange = (text: string) => ipaddr.isValidCIDR(text) || isAddress(text)

/** In the usual notation: `ipaddr.js` would also take `1` for `0.0.0.1`. */
const isAddress = (text: string) => ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)

function rangeOf(text: string): Range {
  if (text.includes('/')) return ipaddr.parseCIDR(text)
  const address = ipaddr.process(text)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

/** Whether an address is one of these addresses and ranges, an IPv4 address in IPv6 notation included. */
export function trusting(proxies: readonly string[]): (address: string) => boolean {
  const ranges = proxies.map(rangeOf)
  return (address) => {
    if (!isAddress(address)) return false
    const parsed = ipaddr.process(address)
    return ranges.some(([range, bits]) => range.kind() === parsed.kind() && parsed.match(range, bits))
  }
}

/**
 * Reads `X-Forwarded-For` from the right, as long as the hop before is trusted: what a client writes there itself
 * stands further left and is not believed.
 */
export function clientAddress(
  remote: string,
  forwardedFor: string | undefined,
  isTrusted: (address: string) => boolean,
): string {
  let address = normal(remote)
  if (forwardedFor === undefined) return address
  const hops = forwardedFor.split(',').map((hop) => hop.trim())
  while (isTrusted(address)) {
    const hop = hops.pop()
    if (!hop || !isAddress(hop)) break
    address = normal(hop)
  }
  return address
}

const normal = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')
