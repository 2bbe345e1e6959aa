import { describe, expect, it } from 'vitest'
import { addressGroup } from './address-group.ts'
import { clientAddress, isAddressRange, trusting } from './address.ts'

describe('the address of a client', () => {
  const isTrusted = trusting(['10.0.0.1', '10.0.0.2', '172.16.0.0/12', 'fd00::/8'])

  it.each([
    ['nobody in between', '203.0.113.9', undefined, '203.0.113.9'],
    ['a header from a stranger is not believed', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['one trusted proxy', '10.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['two trusted proxies in a row', '10.0.0.1', '198.51.100.1, 10.0.0.2', '198.51.100.1'],
    ['what the client wrote itself stands further left', '10.0.0.1', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
    ['a proxy that sent nonsense', '10.0.0.1', 'unknown', '10.0.0.1'],
    ['IPv4 inside IPv6', '::ffff:203.0.113.9', undefined, '203.0.113.9'],
    ['a proxy of a trusted range', '172.31.4.5', '198.51.100.1', '198.51.100.1'],
    ['a proxy beside the range', '172.32.0.1', '198.51.100.1', '172.32.0.1'],
    ['a trusted proxy in IPv6 notation', '::ffff:172.16.0.9', '198.51.100.1', '198.51.100.1'],
    ['a proxy of a trusted IPv6 range', 'fd12::1', '2001:db8::7', '2001:db8::7'],
  ])('%s', (_case, remote, forwardedFor, expected) => {
    expect(clientAddress(remote, forwardedFor, isTrusted)).toBe(expected)
  })
})

it.each([
  ['10.0.0.1', true],
  ['10.0.0.0/8', true],
  ['::1', true],
  ['fd00::/8', true],
  ['garbage', false],
  ['loopback', false],
  ['10.0.0.0/33', false],
  ['10.0.0', false],
  ['127.1', false],
  ['*', false],
])('%s as a trusted proxy: %s', (text, isUnderstood) => {
  expect(isAddressRange(text)).toBe(isUnderstood)
})

it('an IPv6 address speaks for its /64, an IPv4 address for itself', () => {
  expect(addressGroup('2001:db8:1:2::1')).toBe(addressGroup('2001:db8:1:2:ffff::9'))
  expect(addressGroup('2001:db8:1:2::1')).not.toBe(addressGroup('2001:db8:1:3::1'))
  expect(addressGroup('203.0.113.9')).not.toBe(addressGroup('203.0.113.8'))
})
