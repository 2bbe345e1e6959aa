import type { Block } from '@bilet/shared/article'
import type { Element } from 'hast'
import type { Reading } from './context.ts'
import { classesOf, isElement } from './element.ts'
import { pieces, textOf } from './inline.ts'

/** Sources of drawings: what readers of the site see is not the code. */
const drawings = new Set(['mermaid', 'plantuml', 'puml', 'graphviz', 'dot', 'd2', 'ditaa', 'math', 'katex'])

/** What a script of the site would draw where it stands. */
export const isDrawing = (element: Element): boolean => classesOf(element).some((name) => drawings.has(name))

export function leaveOut(element: Element, { onTrouble }: Pick<Reading, 'onTrouble'>, what = 'drawing'): Block[] {
  onTrouble({ kind: 'left out', what, sample: textOf(element).trim().slice(0, 80) })
  return []
}

/** Preformatted text with its spaces; several blocks where it is longer than one may be. */
export function toCode(element: Element, { onTrouble }: Reading): Block[] {
  const lang = [element, ...element.children.filter(isElement)].map(langOf).find((found) => found !== undefined)
  if (lang !== undefined && drawings.has(lang)) return leaveOut(element, { onTrouble }, lang)
  return pieces(textOf(element).replace(/^\n+/u, '').trimEnd()).map((text) => ({
    type: 'code',
    ...(lang !== undefined && { lang }),
    text,
  }))
}

/** `class="language-js"`, as Markdown and highlighters write it. */
function langOf({ properties: { className } }: Element): string | undefined {
  const names = Array.isArray(className) ? className.map(String) : []
  return names.map((name) => /^lang(?:uage)?-([\w+#.-]{1,40})$/u.exec(name)?.[1]).find((lang) => lang !== undefined)
}
