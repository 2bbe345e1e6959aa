// The pill in the corner, in plain DOM: strict policies forbid <style>, style="" and HTML sinks, so none is used.
import type { BiletLocale } from './public.ts'
import type { Settings } from './bridge.ts'
import css from './launcher.css?inline'

const words: Record<BiletLocale, [idle: string, failed: string]> = {
  ru: ['Помощь', 'Не загрузилось. Повторить'],
  uk: ['Допомога', 'Не завантажилося. Повторити'],
  en: ['Help', 'Could not load. Try again'],
}

const bubble = 'M21 12a8 8 0 0 1-8 8H4l2-3a8 8 0 1 1 15-5ZM10.6 9.6a2.4 2.4 0 1 1 2.4 3v.8m0 2.6v.1'

const create = (name: string, attributes: Record<string, string>) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

/** The element that the whole widget lives in, with a style sheet of its own, and the launcher inside. */
export function createLauncher(settings: Settings, variables: Record<string, string>) {
  const element = document.createElement('div')
  element.id = 'bilet'
  for (const [name, value] of Object.entries(variables)) element.style.setProperty(name, value)

  const root = element.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]

  const launcher = document.createElement('button')
  launcher.className = 'launcher'
  launcher.style.setProperty(settings.side, 'var(--x)')
  launcher.hidden = !settings.launcher
  launcher.ariaHasPopup = 'dialog'
  const label = new Text()
  const icon = create('svg', { viewBox: '0 0 24 24', width: '20' })
  icon.append(create('path', { d: bubble }))
  launcher.append(icon, label)
  root.append(launcher)

  const say = (failed = 0) => (label.data = words[settings.locale][failed] ?? '')
  say()
  return { element, root, launcher, say }
}
