// An export that is opened in a spreadsheet, whatever its language takes for the end of a cell.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDesk } from '../support/desk.ts'
import { createTestApp, owner, staffToken } from '../support/test-app.ts'
import type { TestApp } from '../support/test-app.ts'

const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\uff1d1+1',
  '=HYPERLINK("https://evil.example")',
]
/** What would begin a cell of its own if it were not within quotes. */
const breaking = [';=1+1', ',=1+1', '\t=1+1', '";=1+1', '",=1+1', '"\r\n=1+1', "';=1+1"]

let test: TestApp
let file: string
beforeAll(async () => {
  test = await createTestApp()
  const desk = createDesk(test)
  for (const [at, bait] of [...formulas, ...breaking.map((one) => `Вопрос${one}`)].entries()) {
    const who = { ...owner, userId: `u${at}`, shop: bait }
    await desk.submit({ subject: `${bait} не приходят письма`, steps: [`${bait} оформил заказ`, 'Письма нет'] }, who)
  }
  const response = await test.app.request('/v1/staff/export?format=csv', {
    headers: { Authorization: `Bearer ${staffToken}` },
  })
  file = await response.text()
})
afterAll(() => test.close())

/** Cells as a spreadsheet reads them that parts them by this letter: what stands within quotes is one cell. */
function cellsOf(text: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted
    else if (!isQuoted && (letter === separator || letter === '\n' || letter === '\r')) {
      cells.push(cell)
      cell = ''
    } else cell += letter
  }
  return [...cells, cell]
}

describe.each([[','], [';'], ['\t']])('cells parted by %j', (separator) => {
  it('begin with nothing that a spreadsheet runs', () => {
    const cells = cellsOf(file, separator)
    expect(cells.length).toBeGreaterThan(formulas.length + breaking.length)
    expect(cells.filter((cell) => /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell))).toEqual([])
  })
})

it('every cell but the names of the columns stands in quotes', () => {
  const [, ...rest] = file.split('\r\n"')
  expect(rest.length).toBeGreaterThanOrEqual(formulas.length + breaking.length)
  expect(file.endsWith('"\r\n')).toBe(true)
})
