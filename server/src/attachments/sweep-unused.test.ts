import { expect, it, onTestFinished } from 'vitest'
import { draft, newClaim, newTicket } from '../../test/support/sample-tickets.ts'
import { createTestApp, noon } from '../../test/support/test-app.ts'
import { unusedLifeMs } from './attachments.ts'
import { png } from './image/test-pictures.ts'
import { sweepUnused } from './sweep-unused.ts'

it('forgets pictures that were never sent, a day after they came, and keeps those that were', async () => {
  const test = await createTestApp()
  onTestFinished(() => test.close())
  const { attachments, tickets } = test.deps
  const upload = async () => {
    const put = await attachments.put(png(), 'a.png', { requesterId: 'anna', shop: 'shop-1' })
    return put.outcome === 'stored' ? put.attachment.id : ''
  }
  const [sent, unsent] = [await upload(), await upload()]
  await tickets.submit(newTicket({ draft: { ...draft, screenshot: { attachments: [sent], links: [] } } }), newClaim())
  const kept = async () => [await attachments.find(sent), await attachments.find(unsent)].map((one) => one !== null)

  test.at(noon + unusedLifeMs)
  await sweepUnused(test.deps)
  expect(await kept()).toEqual([true, true])
  test.at(noon + unusedLifeMs + 1)
  await sweepUnused(test.deps)
  expect(await kept()).toEqual([true, false])
})
