import { articleLimits } from '@bilet/shared/article'
import type { Inline } from '@bilet/shared/article'
import { inlineText } from '../../article-text.ts'

/** Collapses spaces as a browser would, joins neighbouring texts, drops what shows nothing. Empty for a blank line. */
export function tidy(line: readonly Inline[]): Inline[] {
  return trim(trim(squeeze(line), 'start'), 'end')
}

function squeeze(line: readonly Inline[]): Inline[] {
  const squeezed: Inline[] = []
  for (const inline of line)
    add(squeezed, 'children' in inline ? { ...inline, children: squeeze(inline.children) } : inline)
  return squeezed
}

function add(line: Inline[], inline: Inline) {
  const last = line.at(-1)
  if (inline.type === 'text') addText(line, last, inline.text.replaceAll(/[ \t\n\r\f]+/gu, ' '))
  else if (inline.type === 'break') {
    if (last?.type !== 'break') line.push(inline)
  } else if (inlineText([inline]).trim() !== '') line.push(inline)
  else if (inlineText([inline]) !== '') addText(line, last, ' ')
}

function addText(line: Inline[], last: Inline | undefined, text: string) {
  const isSpaced = last?.type === 'break' || (last?.type === 'text' && last.text.endsWith(' '))
  const added = isSpaced ? text.replace(/^ /u, '') : text
  if (added === '') return
  if (last?.type === 'text' && last.text.length + added.length <= articleLimits.text) last.text += added
  else line.push({ type: 'text', text: added })
}

/** Without spaces and breaks at one end, inside marks too. */
function trim(line: readonly Inline[], side: 'start' | 'end'): Inline[] {
  const trimmed = [...line]
  const at = side === 'start' ? 0 : -1
  for (let edge = trimmed.at(at); edge; edge = trimmed.at(at)) {
    const kept = trimEdge(edge, side)
    trimmed.splice(at, 1, ...(kept ? [kept] : []))
    if (kept) break
  }
  return trimmed
}

function trimEdge(inline: Inline, side: 'start' | 'end'): Inline | undefined {
  if (inline.type === 'break') return undefined
  if (inline.type === 'code' || inline.type === 'kbd') return inline
  if (inline.type === 'text') {
    const text = side === 'start' ? inline.text.trimStart() : inline.text.trimEnd()
    return text === '' ? undefined : { ...inline, text }
  }
  const children = trim(inline.children, side)
  return children.length > 0 ? { ...inline, children } : undefined
}
