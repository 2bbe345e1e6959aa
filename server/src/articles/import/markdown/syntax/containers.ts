// `:::note Title`, of Docusaurus, VitePress, VuePress, Starlight and Pandoc, with what each may hold.
import { parseArguments } from './arguments.ts'
import { componentOf } from './components.ts'
import { ownLine, titleLine } from './own-line.ts'
import { inProse, toLines } from './prose.ts'
import type { Step } from './step.ts'

const opening = /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?):{3,}[ \t]*\{?\.?([\p{L}][\w-]*)\}?(.*)$/u
const closing = /^([ \t>]*):{3,}[ \t]*$/u
const tabLine = /^[ \t]*@tab(?::active)?[ \t]+(.*)$/u

type Frame = { close: string; isCodeGroup: boolean; isTabs: boolean; hasTab: boolean }

export const containers: Step = (markdown, tools) => {
  if (!markdown.includes(':::')) return markdown
  const frames: Frame[] = []
  const lines = toLines(markdown).map(({ text, code, info = '' }) => {
    const frame = frames.at(-1)
    if (frame?.isCodeGroup && code === 'open')
      return `${ownLine('<div data-part="tab">')}${titleLine(fenceTitle(info))}\n${text}`
    if (frame?.isCodeGroup && code === 'close') return `${text}\n${ownLine('</div>')}`
    if (code) return text
    const tab = frame?.isTabs ? tabLine.exec(text) : null
    if (frame && tab) {
      const end = frame.hasTab ? ownLine('</div>') : ''
      frame.hasTab = true
      return `${end}${ownLine('<div data-part="tab">')}${titleLine(tab[1])}`
    }
    const closed = closing.exec(text)
    if (closed) return (closed[1] ?? '') + closeFrame(frames.pop())
    const found = opening.exec(text)
    if (!found) return text
    const [, prefix = '', name = '', rest = ''] = found
    const { inside, isShort } = withoutColons(rest)
    const { open, close, isKnown } = componentAt(name, inside)
    if (!isKnown) tools.leftOut(`:::${name}`, text.trim())
    if (isShort) return `${prefix}${componentOf(name, none).open}${inside}${close}`
    frames.push({ close, isCodeGroup: name === 'code-group', isTabs: name.endsWith('tabs'), hasTab: false })
    return prefix + open
  })
  return inProse(lines.join('\n'), inlineDirectives)
}

const none = { positional: [], named: new Map<string, string>() }

/** `:::note Text :::` holds all that it has on its line. */
function withoutColons(rest: string): { inside: string; isShort: boolean } {
  const line = rest.trimEnd()
  const inside = line.slice(0, line.length - (/(?<!:):+$/u.exec(line)?.[0].length ?? 0))
  return line.length - inside.length >= 3
    ? { inside: inside.trimEnd(), isShort: true }
    : { inside: rest, isShort: false }
}

function componentAt(name: string, given: string) {
  const rest = given.trim()
  const bracketed = /^\[([^\n]*)\](?:[ \t]*\{([^{}]*)\})?$/u.exec(rest)
  const attributes = /\{([^{}]*)\}$/u.exec(rest)
  const title = bracketed?.[1] ?? rest.slice(0, attributes?.index)
  const { named } = parseArguments(bracketed?.[2] ?? attributes?.[1] ?? '')
  return componentOf(name, {
    positional: [],
    named: title.trim() ? new Map([...named, ['title', title.trim()]]) : named,
  })
}

const closeFrame = (frame: Frame | undefined) => (frame ? (frame.hasTab ? ownLine('</div>') : '') + frame.close : '')

/** The label of a code group's tab, or else its language. */
const fenceTitle = (info: string) => /\[([^\]]{1,300})\]/u.exec(info)?.[1] ?? /^[\w+#.-]+/u.exec(info)?.[0]

/** `:badge[New]{type=tip}` and `::name[label]`: their words. */
const inlineDirectives = (prose: string) =>
  prose.replaceAll(
    /(?<![\w:])::?[a-z][\w-]{0,40}(?:\[([^\]\n]{0,300})\](?:\{[^}\n]{0,300}\})?|\{[^}\n]{1,300}\})/giu,
    '$1',
  )
