/** A tag with its attributes by lower-case name: those that are text. `end` is where it ends in the text. */
export type Tag = {
  name: string
  isClosing: boolean
  isEmpty: boolean
  attributes: Map<string, string>
  source: string
  end: number
}

const longest = 4_000
const naming = /<(\/?)\s*([A-Za-z][\w.:-]*)?/uy
const attribute = /\s*([@:#\w][\w.:@-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(?=\{)|([^\s"'{}<>]+)))?/uy

/** The tag at `at` in the text; undefined for what is none. Braces may hold anything, other braces too. */
export function readTag(text: string, at: number): Tag | undefined {
  naming.lastIndex = at
  const [found = '', slash = '', name = ''] = naming.exec(text) ?? []
  const attributes = new Map<string, string>()
  let end = at + found.length
  if (found === '' || (name === '' && text[end] !== '>')) return undefined
  while (end < text.length && end - at < longest) {
    if (/\s/u.test(text[end] ?? '')) end++
    else if (text[end] === '>' || text.startsWith('/>', end)) {
      const isEmpty = text[end] === '/'
      end += isEmpty ? 2 : 1
      return { name, isClosing: slash === '/', isEmpty, attributes, source: text.slice(at, end), end }
    } else if (text[end] === '{') {
      const after = closingBrace(text, end)
      if (after === undefined) return undefined
      end = after
    } else {
      attribute.lastIndex = end
      const [all = '', key = '', double, single, bare] = attribute.exec(text) ?? []
      if (all === '') return undefined
      end += all.length
      const after = text[end] === '{' && all.trimEnd().endsWith('=') ? closingBrace(text, end) : undefined
      const value =
        double ?? single ?? bare ?? (after === undefined ? undefined : textIn(text.slice(end + 1, after - 1)))
      if (value !== undefined) attributes.set(key.toLowerCase().replace(/^:/u, ''), value)
      end = after ?? end
    }
  }
  return undefined
}

/** Text that an expression is, or the file that it asks for. */
const textIn = (expression: string): string | undefined =>
  /^\s*(["'`])([^"'`]*)\1\s*$/u.exec(expression)?.[2] ?? /require\(\s*["']([^"']+)["']\s*\)/u.exec(expression)?.[1]

function closingBrace(text: string, at: number): number | undefined {
  let depth = 0
  for (let end = at; end < text.length && end - at < longest; end++) {
    if (text[end] === '{') depth++
    else if (text[end] === '}' && --depth === 0) return end + 1
  }
  return undefined
}
