// What the panel opens with: the draft, where the owner is, and the opening words. The desk behind it comes a moment later.
import { signal } from '@preact/signals'
import type { I18n } from '../i18n/i18n.ts'
import { createDraft } from './draft.ts'
import { isBlank } from './draft-fields.ts'
import { randomId } from './random-id.ts'
import { createRouter } from './router.ts'
import type { Shelf } from './shelf.ts'

export type FrontDeps = { i18n: I18n; shelf: Shelf; isOnline: boolean }

export function createFront({ i18n, shelf, isOnline }: FrontDeps) {
  const announcement = signal('')
  /** Words of nobody yet are kept for each page by itself, and wiped as an owner's are. */
  const own = randomId()
  return {
    i18n,
    shelf,
    router: createRouter(),
    draft: createDraft((words) =>
      shelf.write('user:new', Object.assign({}, shelf.read('user:new'), { [own]: isBlank(words) ? undefined : words })),
    ),
    online: signal(isOnline),
    isOpen: signal(false),
    /** Rises each time that the panel is opened: the page may be another one by then. */
    openings: signal(0),
    /** Rises now and then while the owner has the panel before them, and when they come back to it: time to look for news. */
    pulse: signal(0),
    announcement,
    announce: (text: string) => void (announcement.value = text),
    /** Pictures pasted or dropped somewhere in the panel, for whoever is being written to. */
    inbox: signal<Blob[]>([]),
    /** Out of the way while the screen is captured. */
    isAway: signal(false),
  }
}
export type Front = ReturnType<typeof createFront>
