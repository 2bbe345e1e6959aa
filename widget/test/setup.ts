import { cleanup, configure } from '@testing-library/preact'
import { afterAll, afterEach, vi } from 'vitest'

// As long as an owner waits: what is waited for comes by an event, and a busy machine is no fault.
configure({ asyncUtilTimeout: 8_000 })

// jsdom lays nothing out, so there is nothing to scroll.
Element.prototype.scrollIntoView = () => undefined
Reflect.set(globalThis, 'matchMedia', (media: string) => ({ media, matches: false }))

afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

// Effects of what was shown last run with the next frame: before the page they belong to is gone.
afterAll(() => new Promise((resolve) => requestAnimationFrame(resolve)))
