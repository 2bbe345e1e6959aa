// The client's own address behind proxies that we trust; behind others, the proxy's.
import { isIP } from 'node:net'

/**
 * Reads `X-Forwarded-For` from the right, as long as the hop before is trusted: what a client writes there itself
 * stands further left and is not believed.
 */
export function clientAddress(remote: string, forwardedFor: string | undefined, trusted: ReadonlySet<string>): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim())
  let address = normal(remote)
  while (trusted.has(address)) {
    const hop = hops.pop()
    if (!hop || isIP(hop) === 0) break
    address = normal(hop)
  }
  return address
}

const normal = (address: string) => address.replace(/^::ffff:(?=\d+\.)/, '')
