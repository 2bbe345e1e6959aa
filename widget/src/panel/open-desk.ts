// The desk behind the panel's front, as the page has set it up: fetched once the first field is there.
import type { PanelHost } from '../loader/bridge.ts'
import { createApi, createFetchToken } from './api.ts'
import { createWarn } from './causes.ts'
import { fetched } from './fetched.ts'
import { addFacts, toPrefill } from './host-words.ts'
import { createActions } from './models/desk-actions.ts'
import { createDesk } from './models/desk.ts'
import type { Front } from './models/front.ts'
import { createSession } from './models/session.ts'
import { ownZone } from './own-zone.ts'
import { tellPage } from './page-events.ts'

export function openDesk(front: Front, { settings, emit, forget }: PanelHost) {
  const warn = createWarn(settings.base)
  const session = createSession({
    ...settings,
    letter: settings,
    fetchToken: createFetchToken(warn, settings.fetch),
    now: Date.now,
  })
  const desk = createDesk(front, {
    api: createApi({ ...settings, ...session, warn }),
    session,
    databases: () => indexedDB,
    emit,
    finish: async (body) => {
      const { writingOf } = await fetched(() => import('./views/writing.ts'))
      await writingOf(desk).finish(body)
    },
    forget,
    now: Date.now,
    ownZone,
  })
  const actions = createActions(desk)
  desk.atEnd(tellPage(desk, emit))
  return {
    desk,
    actions,
    /** What the page's own code hands over, cleaned. */
    prefill: (words: unknown) => void actions.prefill(toPrefill(words)),
    setContext: (facts: unknown) => void (desk.context.value = addFacts(desk.context.value, facts)),
  }
}
export type Behind = ReturnType<typeof openDesk>
