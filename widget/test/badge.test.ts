import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { look } from '../src/badge/badge.ts'
import type { PanelHost } from '../src/loader/bridge.ts'
import { createLauncher } from '../src/loader/launcher.ts'
import { readLook, readSettings } from '../src/loader/settings.ts'
import { tokenOf } from './open-desk.ts'

let unread = 0
const asked: string[] = []

/** A page of the shop's admin with the tag on it. */
function openPage(attributes: Record<string, string>): PanelHost {
  const script = document.createElement('script')
  script.src = 'https://desk.example/bilet.js'
  Object.assign(script.dataset, attributes)
  const settings = readSettings(script)
  const { element, root, launcher } = createLauncher(settings, readLook(script, settings))
  document.body.replaceChildren(element)
  return { element, root, launcher, settings, emit: () => undefined, forget: () => undefined }
}

async function visit(attributes: Record<string, string>) {
  const host = openPage(attributes)
  const open = vi.fn<() => void>()
  await look(host, { open })
  return { shown: host.launcher.dataset['unread'], host, open }
}

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  asked.length = 0
  unread = 2
  vi.stubGlobal('fetch', async (url: string | URL) => {
    asked.push(String(url))
    return Response.json(String(url).endsWith('/token') ? { token: tokenOf('vera') } : { unread })
  })
})
afterEach(() => {
  vi.useRealTimers()
  history.replaceState(null, '', '/')
})

test('the button shows how many tickets hold an answer, and the pages of a minute ask once', async () => {
  expect((await visit({ token: tokenOf('vera') })).shown).toBe('2')
  unread = 1
  expect((await visit({ token: tokenOf('vera') })).shown).toBe('2')
  expect(asked).toEqual(['https://desk.example/v1/tickets/unread'])
  vi.advanceTimersByTime(61_000)
  expect((await visit({ token: tokenOf('vera') })).shown).toBe('1')
})

test('another owner is not shown what is for the one before', async () => {
  await visit({ token: tokenOf('vera') })
  unread = 0
  expect((await visit({ token: tokenOf('boris') })).shown).toBeUndefined()
  expect(asked).toHaveLength(2)
})

test('the token that the page gave is there for the panel, and is asked for once', async () => {
  const { host, shown } = await visit({ tokenUrl: '/token' })
  expect(shown).toBe('2')
  expect(host.settings.token).toBe(tokenOf('vera'))
  await look(host, { open: () => undefined })
  expect(asked.filter((url) => url.endsWith('/token'))).toHaveLength(1)
})

test('a token that is over is not asked with: a refusal is a line in the host’s console', async () => {
  const over = tokenOf('vera', 'shop', Date.now() / 1000 - 1)
  expect((await visit({ token: over })).shown).toBeUndefined()
  expect(asked).toEqual([])
  const { shown } = await visit({ token: over, tokenUrl: '/token' })
  expect(shown).toBe('2')
  expect(asked.map((url) => new URL(url).pathname)).toEqual(['/token', '/v1/tickets/unread'])
})

test('a page that wants no count asks for nothing', async () => {
  await visit({ token: tokenOf('vera'), badge: 'none' })
  expect(asked).toEqual([])
})

test('the link of a letter opens its ticket, and no other address does', async () => {
  expect((await visit({ token: tokenOf('vera') })).open).not.toHaveBeenCalled()
  history.replaceState(null, '', '/?bilet=ticket%3Aabc.12')
  const { host, open } = await visit({ token: tokenOf('vera') })
  expect(open).toHaveBeenCalledOnce()
  expect(host.settings.ticket).toEqual({ id: 'abc', number: 12 })
})

test('a guest’s link opens the ticket that its token names, with the token', async () => {
  history.replaceState(null, '', '/?bilet=guest%3Aguest.ab-c.t2x.s_eal.12')
  const { host, open } = await visit({})
  expect(open).toHaveBeenCalledOnce()
  expect(host.settings.ticket).toEqual({ id: 'ab-c', number: 12, token: 'guest.ab-c.t2x.s_eal' })
  expect(host.settings.link).toBe(host.settings.ticket)
  expect(asked).toEqual([])
})
