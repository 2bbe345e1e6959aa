import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentDisposition, safeFileName } from './file-name.ts'

describe('the name of a picture', () => {
  test.each([
    ['Корзина.png', 'image/png', 'Корзина.png'],
    ['photo.JPEG', 'image/jpeg', 'photo.JPEG'],
    ['photo.jpg', 'image/png', 'photo.png'],
    ['report.v2', 'image/webp', 'report.v2.webp'],
    ['bill.exe', 'image/png', 'bill.exe.png'],
    ['../../etc/passwd', 'image/png', 'passwd.png'],
    ['C:\\Users\\anna\\order.png', 'image/png', 'order.png'],
    ['bill\u202Egnp.exe', 'image/png', 'billgnp.exe.png'],
    ['a\u0000b\r\nc\u2028d.png', 'image/png', 'abcd.png'],
    ['  .htaccess  ', 'image/png', 'htaccess.png'],
    ['a \t b.png', 'image/png', 'a b.png'],
    ['.png', 'image/png', 'picture.png'],
    ['...', 'image/webp', 'picture.webp'],
    ['', 'image/jpeg', 'picture.jpg'],
    ['📦'.repeat(200) + '.png', 'image/png', '📦'.repeat(116) + '.png'],
  ] as const)('%j of %s is shown as %j', (name, type, shown) => {
    expect(safeFileName(name, type)).toBe(shown)
  })

  test('has no folder, nothing invisible, at most 120 characters and a fitting ending, whatever was sent', () => {
    const names = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(names, (name) => {
        const shown = safeFileName(name, 'image/png')
        expect(shown).toMatch(/^[^/\\\p{Cc}\p{Cf}\p{Surrogate}]+\.a?png$/iu)
        expect(Array.from(shown).length).toBeLessThanOrEqual(120)
        expect(safeFileName(shown, 'image/png')).toBe(shown)
      }),
    )
  })
})

describe('the header that saves under a name', () => {
  test('says it in ASCII for old clients and in UTF-8 for the others', () => {
    expect(contentDisposition('Заказ «№ 7».png')).toBe(
      `attachment; filename="_____ __ 7_.png"; filename*=UTF-8''%D0%97%D0%B0%D0%BA%D0%B0%D0%B7%20%C2%AB%E2%84%96%207%C2%BB.png`,
    )
    expect(contentDisposition(`it's "5%"(1)*.png`)).toBe(
      `attachment; filename="it's _5__(1)*.png"; filename*=UTF-8''it%27s%20%225%25%22%281%29%2A.png`,
    )
  })

  test('cannot be broken out of and gives the name back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const header = contentDisposition(name)
        const [, ascii, encoded = ''] = /^attachment; filename="([ -~]*)"; filename\*=UTF-8''(.*)$/.exec(header) ?? []
        expect(ascii).not.toMatch(/["\\%]/)
        expect(encoded).toMatch(/^([A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})*$/)
        expect(decodeURIComponent(encoded)).toBe(name)
        expect(() => new Headers({ 'Content-Disposition': header })).not.toThrow()
      }),
    )
  })

  test('stands even a broken character', () => {
    expect(contentDisposition('a\uD800.png')).toBe(`attachment; filename="a_.png"; filename*=UTF-8''a%EF%BF%BD.png`)
  })
})
