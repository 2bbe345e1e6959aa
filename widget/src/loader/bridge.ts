// What the loader and the panel know of each other. Types only: neither pulls the other's code in.
import type { BiletApi, BiletEvents, BiletLocale } from './public.ts'

/** `token` opens it to a guest who came by the link of a letter. */
export type LinkedTicket = { id: string; number: number; token?: string | undefined }

export type Settings = {
  /** The folder that the script came from, with a slash at the end; the API is below it. */
  base: string
  locale: BiletLocale
  /** What the button says in place of its own word. */
  label: string | undefined
  /** `dark` and `light`; anything else is as the system. */
  theme: string | undefined
  /** `#rrggbb` */
  accent: string
  /** Null once the owner has signed out; undefined while nobody has said. */
  token: string | null | undefined
  tokenUrl: string | undefined
  /** The browser's own, as it was when the script ran: pages put theirs in its place. */
  fetch: typeof globalThis.fetch
  launcher: boolean
  /** `none` where the page wants no count of unread tickets on the button. */
  badge: string | undefined
  /** The ticket that the page's address names; null where it names none, or the panel has opened it. */
  ticket?: LinkedTicket | null
  /** The same for as long as the page is there. */
  link?: LinkedTicket | null
  /** Whether the panel has been opened: it then looks for news itself. */
  isOpened?: boolean
  side: 'left' | 'right'
}

export type Emit = <Name extends keyof BiletEvents>(event: Name, detail: BiletEvents[Name]) => void

/** What the loader hands to the panel. */
export type PanelHost = {
  /** Holds everything of ours; its open shadow root is where the panel goes. */
  element: HTMLElement
  root: ShadowRoot
  launcher: HTMLButtonElement
  settings: Settings
  emit: Emit
  /** Wipes what is kept on the device for owners who were signed in. */
  forget: () => void
}

export type PanelHandle = Pick<
  BiletApi,
  'open' | 'close' | 'prefill' | 'openArticle' | 'identify' | 'setLocale' | 'setContext'
> & { unmount(): void }

/** What the loader asks for an owner who is signed in. */
export type BadgeModule = { look(host: PanelHost, panel: { open: () => void }): Promise<void> }

export type PanelModule = { mount(host: PanelHost): Promise<PanelHandle> }
