// How Node reads a site: never from a private address, told at connect time.
import { Agent, fetch } from 'undici'
import { addressInHost, createPublicLookup, isPublicAddress } from '../../../util/network-address.ts'
import { SourceError } from '../source.ts'
import type { Network } from './polite-client.ts'

const privateAddress = (host: string) =>
  new SourceError(`${host} is at a private address; --allow-private lets it be read`)
const publicLookup = createPublicLookup(privateAddress)

/** `allowPrivate` also reads from loopback and private networks. */
export function openPublicNetwork({ allowPrivate = false }: { allowPrivate?: boolean | undefined }): Network {
  const dispatcher = new Agent({ connect: allowPrivate ? {} : { lookup: publicLookup }, maxHeaderSize: 16_384 })
  return {
    async send(url, { headers, signal }) {
      const address = addressInHost(url)
      if (!allowPrivate && address !== undefined && !isPublicAddress(address)) throw privateAddress(address)
      return fetch(url, { dispatcher, redirect: 'manual', headers, signal })
    },
    close: () => dispatcher.close(),
  }
}
