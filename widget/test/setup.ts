import { cleanup } from '@testing-library/preact'
import { afterEach, vi } from 'vitest'

// jsdom lays nothing out, so there is nothing to scroll.
Element.prototype.scrollIntoView = () => undefined
Reflect.set(globalThis, 'matchMedia', (media: string) => ({ media, matches: false }))

afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})
