import { parseLink } from '@bilet/shared/rules/link'
import { expect, it } from 'vitest'
import { showsPicture } from './picture-links.ts'

it.each([
  ['https://prnt.sc/abc', true],
  ['https://cdn.joxi.ru/abc', true],
  ['https://drive.google.com/file/d/1', true],
  ['https://example.com/shot.PNG?size=full', true],
  ['https://example.com/page.html', false],
  ['https://notprnt.sc/abc', false],
  ['https://prnt.sc.example.com/abc', false],
])('R15: %s shows a picture: %s', (link, shows) => {
  expect(showsPicture(parseLink(link)!)).toBe(shows)
})
