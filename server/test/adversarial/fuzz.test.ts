// Every operation of the document, with whatever comes to nobody's mind: no fault of ours, no word from inside, no answer
// that grows, no memory that stays. A failure prints its seed: BILET_FUZZ_SEED runs it again, BILET_FUZZ_RUNS says how
// often. `npm run fuzz` asks a server of its own, and watches its memory.
import * as fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { openApiDocument } from '../../src/openapi/document.ts'
import { heldMegabytes } from '../support/collect-garbage.ts'
import { askingOf, faultsOf, routesOf, toRequest } from '../support/strange-requests.ts'
import { createTestApp, staffToken } from '../support/test-app.ts'

const runs = Number(process.env['BILET_FUZZ_RUNS'] ?? 2_000)
const seed = Number(process.env['BILET_FUZZ_SEED'] ?? Date.now() % 2 ** 31)
/** Of what the second half of the requests may leave behind: rows, and what they hold in memory here. */
const mostMegabytes = 4

const test = await createTestApp()
afterAll(() => test.close())

/** What the search makes once, with the first article, is no growth: not every seed puts one within the first half. */
async function takeAnArticle() {
  const { paths } = openApiDocument(test.app)
  const example = paths['/v1/staff/articles/{id}']?.put?.requestBody?.content['application/json']?.example
  const { status } = await test.app.request('/v1/staff/articles/first', {
    method: 'PUT',
    headers: { Authorization: `Bearer ${staffToken}`, 'Content-Type': 'application/json', 'Idempotency-Key': 'first' },
    body: JSON.stringify(example),
  })
  expect(status).toBe(200)
}

it(
  `answers ${runs} strange requests (seed ${seed}) as their mistakes, in few bytes, and stays the size it was`,
  { timeout: 20 * 60_000 },
  async () => {
    const target = { origin: 'http://localhost', owner: await test.tokenFor(), staff: staffToken }
    await takeAnArticle()
    let asked = 0
    let half = 0
    const found = await fc.check(
      fc.asyncProperty(askingOf(routesOf(openApiDocument(test.app))), async (asking) => {
        if (++asked === Math.ceil(runs / 2)) half = heldMegabytes()
        const request = toRequest(asking, target)
        if (!request) return
        const response = await test.app.fetch(request)
        const faults = await faultsOf(response, new URL(request.url).pathname)
        expect(faults, `${request.method} ${request.url}`).toEqual([])
      }),
      { numRuns: runs, seed, endOnFailure: true },
    )
    // A counterexample may be long: what failed, and the seed, are enough to run it again.
    const fault = String(found.errorInstance).slice(0, 600)
    expect(found.failed, `after ${found.numRuns} requests, seed ${found.seed}: ${fault}`).toBe(false)
    expect(heldMegabytes() - half).toBeLessThan(mostMegabytes)
  },
)

it('an answer is as long as its bytes, of which most letters of its owners take two', async () => {
  const faults = (text: string) => faultsOf(new Response(text), '/v1/support')
  expect([await faults('w'.repeat(40_000)), await faults('щ'.repeat(40_000))]).toEqual([[], ['80000 bytes']])
})
