import { expect, test, vi } from 'vitest'
import { createSuggestions } from '../src/panel/models/suggestions.ts'
import type { Query } from '../src/panel/models/suggestions.ts'
import { fail, succeed } from '../src/panel/models/answer.ts'

const query = (subject: string): Query => ({ subject, description: '', steps: [], locale: 'ru' })

const suggestion = (articleId: string) => ({ articleId, title: articleId, excerpt: '', marks: [], url: '', score: 1 })

/** Answers come when the test says so. */
function openSuggestions() {
  vi.useFakeTimers()
  const asked: {
    subject: string
    signal: AbortSignal
    answer: (ids: string[]) => Promise<void>
    lose: () => Promise<void>
  }[] = []
  const suggestions = createSuggestions(
    ({ subject }, signal) =>
      new Promise((resolve) => {
        const settle = async (...[value]: Parameters<typeof resolve>) => {
          resolve(value)
          await vi.advanceTimersByTimeAsync(0)
        }
        asked.push({
          subject,
          signal,
          answer: (ids) => settle(succeed({ queryId: subject, suggestions: ids.map(suggestion) })),
          lose: () => settle(fail('offline')),
        })
      }),
  )
  const type = async (subject: string) => {
    suggestions.follow(query(subject))
    await vi.advanceTimersByTimeAsync(1000)
  }
  const shown = () => suggestions.suggested.value.list.map(({ articleId }) => articleId)
  return { asked, suggestions, type, shown }
}

test('nothing is asked while the owner is still typing', async () => {
  const { asked, suggestions, type } = openSuggestions()
  for (const part of ['пис', 'письм', 'письма']) suggestions.follow(query(part))
  await type('письма о заказах')
  expect(asked.map(({ subject }) => subject)).toEqual(['письма о заказах'])
})

test('the list stays while the next one is on its way', async () => {
  const { asked, type, shown } = openSuggestions()
  await type('письма')
  await asked[0]?.answer(['mail'])
  await type('письма о заказах')
  expect(shown()).toEqual(['mail'])
  await asked[1]?.answer(['orders'])
  expect(shown()).toEqual(['orders'])
})

test('an older answer never replaces a newer one', async () => {
  const { asked, type, shown } = openSuggestions()
  await type('письма')
  await type('домен')
  await asked[1]?.answer(['domain'])
  await asked[0]?.answer(['mail'])
  expect(asked[0]?.signal.aborted).toBe(true)
  expect(shown()).toEqual(['domain'])
})

test('the same words are asked once', async () => {
  const { asked, type, shown } = openSuggestions()
  await type('письма')
  await asked[0]?.answer(['mail'])
  await type('домен')
  await asked[1]?.answer(['domain'])
  await type(' письма ')
  expect(asked).toHaveLength(2)
  expect(shown()).toEqual(['mail'])
})

test('a lost answer is not taken for "nothing found"', async () => {
  const { asked, suggestions, type } = openSuggestions()
  await type('письма')
  await asked[0]?.lose()
  expect(suggestions.suggested.value.isSettled).toBe(false)
})

test('an emptied field shows nothing', async () => {
  const { asked, type, shown } = openSuggestions()
  await type('письма')
  await asked[0]?.answer(['mail'])
  await type('')
  expect(shown()).toEqual([])
})
