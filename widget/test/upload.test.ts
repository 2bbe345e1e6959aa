// What becomes of an upload that nobody answers: by the browser's own request, and by what is left where the page has put
// something else in its place.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createApi } from '../src/panel/api.ts'
import { fail, succeed } from '../src/panel/models/answer.ts'

const second = 1_000
const reply = { id: 'a1', name: 'screen.png', type: 'image/png', size: 3, width: 1, height: 1 }

/** What a page may put in the place of the browser's: one that fails at once, and one that says nothing ever. */
const failing = function () {
  throw new Error('of the page')
}
class Silent extends EventTarget {
  upload = new EventTarget()
  open() {}
  setRequestHeader() {}
  send() {}
  abort() {}
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.unstubAllGlobals())

type Way = { size?: number; answersAfter?: number; request?: object }

/** An upload of `size` bytes; by `fetch` it is answered after `answersAfter` milliseconds, or never. */
function upload({ size = 3, answersAfter = Infinity, request = failing }: Way = {}) {
  vi.stubGlobal('XMLHttpRequest', request)
  const sent: RequestInit[] = []
  const fetch = (_input: RequestInfo | URL, init: RequestInit = {}) => {
    sent.push(init)
    return new Promise<Response>((resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
      if (answersAfter < Infinity) setTimeout(() => resolve(Response.json(reply, { status: 201 })), answersAfter)
    })
  }
  const api = createApi({
    base: 'https://desk.example/',
    fetch,
    token: async () => succeed('token'),
    isSignedIn: { value: true },
    renew: async () => false,
    refuse: () => undefined,
    warn: () => undefined,
  })
  const owner = new AbortController()
  const state = { answer: null as Awaited<ReturnType<typeof api.upload>> | null }
  const file = new Blob([new Uint8Array(size)], { type: 'image/png' })
  void api.upload(file, 'screen.png', () => undefined, owner.signal).then((answer) => (state.answer = answer))
  return { state, sent, owner }
}

const after = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * second)

test('without the browser’s own request an upload that stands still fails too, and may be tried again', async () => {
  const { state } = upload()
  await after(29)
  expect(state.answer).toBeNull()
  await after(2)
  expect(state.answer).toEqual(fail('offline'))
})

test('its time grows with what there is to send: half a megabyte at 5 KB a second arrives', async () => {
  const size = 500 * 1024
  const { state } = upload({ size, answersAfter: 100 * second })
  await after(99)
  expect(state.answer).toBeNull()
  await after(2)
  expect(state.answer).toEqual(succeed(reply))
})

test('and half a megabyte that never arrives fails as well', async () => {
  const { state } = upload({ size: 500 * 1024 })
  await after(200)
  expect(state.answer).toEqual(fail('offline'))
})

test('a request of the page’s own making that never says how it ended is not waited for', async () => {
  const { state } = upload({ request: Silent })
  await after(31)
  expect(state.answer).toEqual(fail('offline'))
})

test.each([
  ['fails', failing],
  ['says nothing', Silent],
])('where the page’s request %s, the owner calls an upload back at once', async (_how, request) => {
  const { state, owner } = upload({ request })
  await after(1)
  owner.abort()
  await after(0)
  expect(state.answer).toEqual(fail('aborted'))
})

test('what is called back before it began is not sent at all', async () => {
  const { state, sent, owner } = upload()
  owner.abort()
  await after(0)
  expect(state.answer).toEqual(fail('aborted'))
  expect(sent).toEqual([])
})
