import { describe, expect, it } from 'vitest'
import { parseLink } from './link.ts'

describe('R15: links to screenshots', () => {
  it.each([
    'https://prnt.sc/abc',
    'https://Prnt.SC./abc',
    ' https://i.imgur.com/x.png ',
    'HTTPS://disk.yandex.ru/i/abc?x=1#y',
    'https://пример.рф/снимок.png',
    'https://example.com:8443/a.webp',
    'https://xn--e1afmkfd.xn--p1ai/',
    'https://example.com',
    'https://1.example.com/',
  ])('R15: takes %s', (link) => {
    expect(parseLink(link)).toBeDefined()
  })

  it.each([
    'http://prnt.sc/abc',
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    '//prnt.sc/abc',
    'https:prnt.sc',
    'https:///prnt.sc',
    'https:\\\\prnt.sc\\abc',
    'https://user@prnt.sc/',
    'https://user:pass@prnt.sc/',
    'https://prnt.sc\\@evil.example.com/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://shop.localhost/',
    'https://intranet/',
    'https://printer.local/',
    'https://db.internal/',
    'https://router.lan/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://017700000001/',
    'https://10.0.0.1:8080/',
    'https://169.254.169.254/latest/meta-data',
    'https://8.8.8.8/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://１２７.０.０.１/',
    'https://127。0。0。1/',
    'https://exa mple.com/',
    'https://exam\nple.com/',
    'https://exam\u00adple.local/',
    'https://-bad-.com/',
    'https://a..b.com/',
    'https://%6c%6fcalhost/',
    'https://example.com/a b',
    `https://example.com/${'a'.repeat(2_000)}`,
    'https://',
    '',
  ])('R15: refuses %s', (link) => {
    expect(parseLink(link)).toBeUndefined()
  })
})
