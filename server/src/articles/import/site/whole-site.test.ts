// A documentation site must read like the files that it was made of.
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { compareSite } from './test-whole-site.ts'

test('the demo documentation as a site keeps its words and brings nothing of the site around them', async () => {
  const { report, count, lost, added } = await compareSite(
    fileURLToPath(new URL('../../../../demo/docs', import.meta.url)),
  )
  expect(report).toMatchObject({ added: count, failed: 0 })
  expect(lost).toBeLessThan(0.005)
  expect(added).toBeLessThan(0.02)
}, 90_000)
