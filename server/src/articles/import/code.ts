import type { Block } from '@bilet/shared/article'
import type { Element } from 'hast'
import { isElement, pieces, textOf } from './inline.ts'

/** Preformatted text with its spaces; several blocks where it is longer than one may be. */
export function toCode(element: Element): Block[] {
  const lang = [element, ...element.children.filter(isElement)].map(langOf).find((found) => found !== undefined)
  return pieces(textOf(element).replaceAll(/^\n+|\s+$/gu, '')).map((text) => ({
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
