// The sheet of what the inbox opens with; later parts bring their own. Adopted: no <style>, and no request of their own.
import base from './base.css?inline'
import controls from './controls.css?inline'
import frame from './frame.css?inline'
import queue from './queue.css?inline'

export const css = base + controls + frame + queue

const adopted = new Set<string>()

/** Takes styles into the page, once. */
export function adopt(part: string) {
  if (adopted.has(part)) return
  adopted.add(part)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(part)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
