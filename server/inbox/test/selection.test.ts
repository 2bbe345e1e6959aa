// One change to several tickets, and what became of each.
import { expect, it } from 'vitest'
import { fail } from '@bilet/widget/answer'
import type { BulkResult, StaffAnswer } from '../src/api.ts'
import { createSelection } from '../src/models/selection.ts'

const decision = { kind: 'refuse', reason: 'third_party_service' }

/** Two tickets ticked, at a desk that answers so. */
function twoTicked(answer: StaffAnswer<{ results: BulkResult[] }>) {
  const asked: { json: object; key: string }[] = []
  const selection = createSelection({
    bulk: (json, { key }) => {
      asked.push({ json, key })
      return Promise.resolve(answer)
    },
  })
  selection.toggle('t1')
  selection.toggle('t2')
  return { asked, selection }
}

it('what was changed is no longer ticked; what was not stays so, with its result', async () => {
  const results = [
    { id: 't1', outcome: 'changed', version: 2 },
    { id: 't2', outcome: 'stale', version: 7 },
  ]
  const { asked, selection } = twoTicked({ ok: true, value: { results } })
  expect(await selection.apply({ decision })).toBe(true)
  expect(asked.map(({ json }) => json)).toEqual([{ ids: ['t1', 't2'], decision }])
  expect([...selection.ids.value]).toEqual(['t2'])
  expect(selection.results.value).toEqual(results)
  expect(selection.failure.value).toBeNull()
})

it('each press is a request of its own, and none is made twice at once', async () => {
  const { asked, selection } = twoTicked({ ok: true, value: { results: [{ id: 't1', outcome: 'stale' }] } })
  const both = await Promise.all([selection.apply({ decision }), selection.apply({ decision })])
  expect(both).toEqual([true, false])
  await selection.apply({ decision })
  expect(asked).toHaveLength(2)
  expect(new Set(asked.map(({ key }) => key)).size).toBe(2)
})

it('a request that is refused leaves all of them ticked, and says why', async () => {
  const { selection } = twoTicked(fail('unknown_reason'))
  expect(await selection.apply({ decision })).toBe(false)
  expect([...selection.ids.value]).toEqual(['t1', 't2'])
  expect(selection.results.value).toBeNull()
  expect(selection.failure.value?.code).toBe('unknown_reason')
})
