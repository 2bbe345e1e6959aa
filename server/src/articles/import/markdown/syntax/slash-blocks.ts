// Blocks of PyMdown: `/// tip | Title`, options indented below, content, `///`.
import { componentOf } from './components.ts'
import { mapProseLines } from './prose.ts'
import type { Step } from './step.ts'

const opening = /^([ \t]*)(\/{3,})[ \t]*([a-z][\w-]*)[ \t]*(?:\|(.*))?$/iu
const closing = /^([ \t]*)(\/{3,})[ \t]*$/u
const option = /^[ \t]{4,}([\w-]+):[ \t]*(.*)$/u

export const slashBlocks: Step = (markdown, tools) => {
  if (!/^[ \t]*\/{3,}/mu.test(markdown)) return markdown
  const closers: string[] = []
  let isOpening = false
  return mapProseLines(markdown, (text) => {
    if (isOpening && option.test(text)) return ''
    isOpening = false
    const [, indent = '', , name, title = ''] = opening.exec(text) ?? []
    if (name !== undefined) {
      isOpening = true
      const { open, close, isKnown } = componentOf(name, { positional: [], named: new Map([['title', title.trim()]]) })
      if (!isKnown && !/caption$|^define|^definition/u.test(name)) tools.leftOut(`/// ${name}`, text.trim())
      closers.push(close)
      return indent + open
    }
    const closed = closing.exec(text)
    return closed && closers.length > 0 ? `${closed[1] ?? ''}${closers.pop()}` : text
  })
}
