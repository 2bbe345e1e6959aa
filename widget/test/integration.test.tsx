// What a page that is wrongly connected shows to its owner and tells to its maker.
import { render, screen, waitFor } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { signal } from '@preact/signals'
import { afterEach, expect, test, vi } from 'vitest'
import { PanelContext } from '../src/panel/ui/context.ts'
import type { View } from '../src/panel/models/router.ts'
import { Shell } from '../src/panel/views/shell.tsx'
import { openDesk, tokenOf } from './open-desk.ts'
import { createSupportDesk } from './support-desk.ts'

type Refusal = { status: number; code: string; detail?: string }

afterEach(() => void vi.restoreAllMocks())

/** A panel at a desk that refuses every call that bears a token. */
async function openRefused(refusal: Refusal | null, more: Parameters<typeof openDesk>[0] = {}) {
  const warnings: string[] = []
  vi.spyOn(console, 'warn').mockImplementation((...words: unknown[]) => void warnings.push(words.join(' ')))
  const server = createSupportDesk()
  const answering = server.fetch
  const state = { refusal }
  server.fetch = async (...given: Parameters<typeof fetch>) => {
    const { status, ...body } = state.refusal ?? { status: 0 }
    return state.refusal ? Response.json(body, { status }) : answering(...given)
  }
  const opened = await openDesk({ server, ...more })
  const panel = { isOpen: signal(true), isWide: signal(false), side: 'right' as const, close() {}, toggleWide() {} }
  render(
    <PanelContext.Provider value={{ front: opened.front, behind: opened.behind, adopt: () => undefined }}>
      <Shell panel={panel} />
    </PanelContext.Provider>,
  )
  return { ...opened, warnings, state, owner: userEvent.setup() }
}

/** What an owner reads of each cause, and never of another. */
const sentences = {
  token_invalid: /Вход в поддержку на этом сайте не настроен/,
  token_expired: /Вход .*устарел/,
  origin_not_allowed: /Поддержка не подключена к этому сайту/,
}
const refusals = [
  { status: 401, code: 'token_invalid' },
  { status: 401, code: 'token_expired' },
  { status: 403, code: 'origin_not_allowed' },
] as const

const receipt = {
  id: 't7',
  number: 7,
  status: 'new',
  department: 'technical',
  submittedAt: '2026-03-02T09:00:00Z',
  reactionDueAt: '2026-03-03T11:20:00Z',
  queuePosition: 2,
} as const

const asking: View[] = [{ name: 'tickets' }, { name: 'thread', id: 't7', number: 7 }, { name: 'article', id: 'mail' }]
const views: View[] = [{ name: 'home' }, { name: 'ticket' }, ...asking, { name: 'sent', receipt, isLate: false }]

/** Nothing is on its way, and the sentence of the cause is there once, and no other. */
async function expectCause(code: keyof typeof sentences) {
  await waitFor(() => expect(screen.queryByRole('status', { name: 'Загружаем' })).toBeNull())
  await waitFor(() => expect(screen.getAllByText(sentences[code])).toHaveLength(1))
  const told = Object.entries(sentences).filter(([, sentence]) => screen.queryByText(sentence))
  expect(told.map(([cause]) => cause)).toEqual([code])
}

const rows = (shown: View[]) =>
  refusals.flatMap((refusal) => shown.map((view) => [refusal.code, view.name, refusal, view] as const))

test.each(rows(views))('%s is told on the view %s, once', async (code, _name, refusal, view) => {
  const { desk, warnings } = await openRefused(refusal)
  await expectCause(code)
  desk.router.goTo(view)
  await screen.findByRole('heading', { level: 2 })
  await expectCause(code)
  await waitFor(() => expect(warnings).toHaveLength(1))
})

test.each(rows(asking))(
  '%s that comes while the view %s is fetched is told there',
  async (code, _name, refusal, view) => {
    const { desk, state, warnings } = await openRefused(null)
    await screen.findByText(/Поддержка на связи/)
    state.refusal = refusal
    desk.router.goTo(view)
    await expectCause(code)
    await waitFor(() => expect(warnings).toHaveLength(1))
  },
)

test('a token that the desk does not take is said on every view, once, and its reason to the console', async () => {
  const { desk, warnings } = await openRefused({ status: 401, code: 'token_invalid', detail: 'aud is "shop"' })
  await screen.findByText(/Вход в поддержку на этом сайте не настроен/)
  for (const name of ['ticket', 'tickets'] as const) {
    desk.router.push({ name })
    await waitFor(() => expect(screen.getAllByText(/Вход в поддержку на этом сайте не настроен/)).toHaveLength(1))
  }
  expect(warnings).toEqual(['Bilet: token_invalid aud is "shop" https://desk.example/docs/tokens#token_invalid'])
})

test('a sign-in that has run out asks for a new one, not for an integrator', async () => {
  const { warnings } = await openRefused({ status: 401, code: 'token_expired' })
  await screen.findByText(/Вход .*устарел/)
  await waitFor(() => expect(warnings).toHaveLength(1))
  expect(screen.queryByText(/не настроен/)).toBeNull()
})

test('a site that the desk does not know is told apart from a broken network', async () => {
  const { warnings } = await openRefused({ status: 403, code: 'origin_not_allowed' })
  await screen.findByText(/Поддержка не подключена к этому сайту/)
  await waitFor(() => expect(warnings).toHaveLength(1))
})

test('once the sign-in is mended, one press brings everything back', async () => {
  const { state, owner } = await openRefused(
    { status: 401, code: 'token_invalid' },
    { tokenUrl: '/token', token: tokenOf('vera') },
  )
  await screen.findByText(/не настроен/)
  state.refusal = null
  await owner.click(await screen.findByRole('button', { name: 'Повторить' }))
  await screen.findByText(/Поддержка на связи/)
  expect(screen.queryByText(/не настроен/)).toBeNull()
})
