// What the loader and the panel know of each other. Types only: neither pulls the other's code in.
import type { BiletApi, BiletEvents, BiletLocale } from './public.ts'

export type Settings = {
  /** The folder that the script came from, with a slash at the end; the API is below it. */
  base: string
  locale: BiletLocale
  /** `dark` and `light`; anything else is as the system. */
  theme: string | undefined
  /** `#rrggbb` */
  accent: string
  /** Null once the owner has signed out; undefined while nobody has said. */
  token: string | null | undefined
  tokenUrl: string | undefined
  launcher: boolean
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

export type PanelModule = { mount(host: PanelHost): Promise<PanelHandle> }
