// Which addresses are of the public internet, and how to connect to no others.
import { lookup } from 'node:dns'
import type { LookupAddress, LookupOptions } from 'node:dns'
import ipaddr from 'ipaddr.js'

/** Whether an IP address is one of the public internet: not loopback, private, link-local, metadata or reserved. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}

/** The address in a URL's host, where it is one and not a name. */
export function addressInHost({ hostname }: URL): string | undefined {
  const bare = hostname.replaceAll(/^\[|\]$/gu, '')
  return ipaddr.isValid(bare) ? bare : undefined
}

type Found = (error: Error | null, addresses: string | LookupAddress[], family?: number) => void

/**
 * Node's `lookup` that finds public addresses only, `refusal` for a name that has others. It is the one that the
 * connection is made with, so a name cannot change its address between the check and the use.
 */
export const createPublicLookup =
  (refusal: (host: string) => Error) =>
  (host: string, options: LookupOptions, found: Found): void =>
    lookup(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) found(error ?? new Error(`${host} has no address`), [])
      else if (!addresses.every(({ address }) => isPublicAddress(address))) found(refusal(host), [])
      else if (options.all) found(null, addresses)
      else found(null, first.address, first.family)
    })
