// The pill in the corner, in plain DOM: strict policies forbid <style>, style="" and HTML sinks, so none is used.
import type { Settings } from './bridge.ts'
import css from './launcher.css?inline'
import { words } from './words.ts'

/** The element that the whole widget lives in, with a style sheet of its own, and the launcher inside. */
export function createLauncher(settings: Settings, look: string) {
  const element = document.createElement('div')
  element.id = 'bilet'

  const root = element.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css + look)
  root.adoptedStyleSheets = [sheet]

  const launcher = document.createElement('button')
  launcher.className = 'launcher'
  launcher.hidden = !settings.launcher
  launcher.ariaHasPopup = 'dialog'
  root.append(launcher)

  const say = (failed: 0 | 1 = 0) =>
    (launcher.textContent = (!failed && settings.label) || (words[settings.locale] ?? words.ru)[failed])
  say()
  return { element, root, launcher, say }
}
