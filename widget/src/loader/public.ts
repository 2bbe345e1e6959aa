// The public types of the widget. Shipped as `bilet.d.ts` beside `bilet.js`, so this file imports nothing.

/** A language by its two letters. One that neither the widget nor the desk speaks is answered in the desk's first. */
export type BiletLocale = 'ru' | 'uk' | 'en' | (string & {})

export type BiletView = 'home' | 'ticket' | 'tickets'

/** Words to start a ticket with. A field that the owner has already written in keeps the owner's words. */
export type BiletPrefill = { subject?: string; description?: string; steps?: string[]; department?: string }

/** What each event carries. */
export type BiletEvents = {
  /** The launcher is in the page. A listener added later is told at once. */
  ready: Record<string, never>
  open: { view: BiletView | 'article' }
  close: Record<string, never>
  'suggestion-open': { articleId: string }
  /** An article answered the question: no ticket was needed. */
  solved: { articleId: string }
  'draft-saved': Record<string, never>
  'ticket-sent': { id: string; number: number }
  /** `code` is a problem code of the API, or `panel_unavailable`, `offline`, `sign_in_unavailable`. */
  error: { code: string }
}

export type BiletListener<Name extends keyof BiletEvents> = (detail: BiletEvents[Name]) => void

export type BiletApi = {
  /** Opens the panel, on the home screen unless a view is named. */
  open(view?: BiletView): void
  close(): void
  /** Puts words into the draft without opening the panel. */
  prefill(words: BiletPrefill): void
  /** Opens the panel on one article of the documentation. */
  openArticle(id: string): void
  /** Signs the owner in with an identity token, or out with `null`: then everything kept on the device is wiped. */
  identify(identity: { token: string } | null): void
  setLocale(locale: BiletLocale): void
  /** Facts that go with a ticket: shown to the owner, who may remove them. */
  setContext(facts: Record<string, string | number | boolean>): void
  /** @returns a function that stops listening. */
  on<Name extends keyof BiletEvents>(event: Name, listener: BiletListener<Name>): () => void
  /** Takes everything out of the page: launcher, panel, listeners, `window.Bilet`. */
  destroy(): void
}

/** What may stand in place of the API before the script has come: calls that it is to make then. */
export type BiletStub = { calls: [name: keyof BiletApi, args: unknown[]][] }

declare global {
  interface Window {
    Bilet?: BiletApi & Partial<BiletStub>
  }
}
