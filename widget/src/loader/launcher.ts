// The pill in the corner, in plain DOM: strict policies forbid <style>, style="" and HTML sinks, so none is used.
import type { Settings } from './bridge.ts'
import css from './launcher.css?inline'
import { words } from './words.ts'

const svg = 'http://www.w3.org/2000/svg'
const bubble = 'M21 12a8 8 0 0 1-8 8H4l2-3a8 8 0 1 1 15-5ZM11 10a2 2 0 1 1 2 3v1m0 2h0'

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
  const label = new Text()
  const icon = document.createElementNS(svg, 'svg')
  const path = document.createElementNS(svg, 'path')
  icon.setAttribute('viewBox', '0 0 24 24')
  path.setAttribute('d', bubble)
  icon.append(path)
  launcher.append(icon, label)
  root.append(launcher)

  const say = (failed = 0) => (label.data = words[settings.locale][failed] ?? '')
  say()
  return { element, root, launcher, say }
}
