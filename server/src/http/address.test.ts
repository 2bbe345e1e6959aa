import { describe, expect, it } from 'vitest'
import { clientAddress } from './address.ts'

describe('the address of a client', () => {
  const trusted = new Set(['10.0.0.1', '10.0.0.2'])

  it.each([
    ['nobody in between', '203.0.113.9', undefined, '203.0.113.9'],
    ['a header from a stranger is not believed', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['one trusted proxy', '10.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['two trusted proxies in a row', '10.0.0.1', '198.51.100.1, 10.0.0.2', '198.51.100.1'],
    ['what the client wrote itself stands further left', '10.0.0.1', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
    ['a proxy that sent nonsense', '10.0.0.1', 'unknown', '10.0.0.1'],
    ['IPv4 inside IPv6', '::ffff:203.0.113.9', undefined, '203.0.113.9'],
  ])('%s', (_case, remote, forwardedFor, expected) => {
    expect(clientAddress(remote, forwardedFor, trusted)).toBe(expected)
  })
})
