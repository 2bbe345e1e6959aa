// Telling prose from code, so that no step touches what readers are to see as it is written.

/** `code` says which part of a fenced block a line is; absent for prose. `info` is what stands after an opening fence. */
export type Line = { text: string; code?: 'open' | 'inside' | 'close'; info?: string }

const opening = /^((?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*)(`{3,}|~{3,})(.*)$/u

export function toLines(markdown: string): Line[] {
  let fence: { marks: string; indent: number } | undefined
  return markdown.split('\n').map((text): Line => {
    const [, before = '', marks = '', info = ''] = opening.exec(text) ?? []
    if (fence === undefined) {
      if (marks === '' || (marks.startsWith('`') && info.includes('`'))) return { text }
      fence = { marks, indent: before.length }
      return { text, code: 'open', info: info.trim() }
    }
    const isDeeper = before.length > fence.indent + 3
    if (!marks.startsWith(fence.marks) || info.trim() !== '' || isDeeper) return { text, code: 'inside' }
    fence = undefined
    return { text, code: 'close' }
  })
}

/** The document with each line of prose replaced, lines of fenced code as they are. */
export const mapProseLines = (markdown: string, change: (text: string) => string): string =>
  toLines(markdown)
    .map(({ text, code }) => (code ? text : change(text)))
    .join('\n')

/** The document with its stretches of prose replaced. Code spans in them are put aside meanwhile. */
export function inProse(markdown: string, change: (prose: string) => string): string {
  const out: string[] = []
  let prose: string[] = []
  const flush = () => {
    if (prose.length > 0) out.push(besideSpans(prose.join('\n'), change))
    prose = []
  }
  for (const { text, code } of toLines(markdown)) {
    if (!code) prose.push(text)
    else {
      flush()
      out.push(text)
    }
  }
  flush()
  return out.join('\n')
}

const aside = /\uE002(\d+)\uE003/gu

function besideSpans(prose: string, change: (prose: string) => string): string {
  const spans: string[] = []
  const masked = maskSpans(prose, (span) => `\uE002${spans.push(span) - 1}\uE003`)
  return change(masked).replaceAll(aside, (_, at: string) => spans[Number(at)] ?? '')
}

/** Each code span replaced. A span ends at the next run of as many backticks in the same paragraph (CommonMark 6.1). */
function maskSpans(prose: string, mask: (span: string) => string): string {
  const paragraphs = prose.split(/(\n[ \t>]*\n)/u)
  return paragraphs.map((paragraph) => (paragraph.includes('`') ? maskParagraph(paragraph, mask) : paragraph)).join('')
}

function maskParagraph(text: string, mask: (span: string) => string): string {
  const runs = [...text.matchAll(/(?<!\\)`+/gu)].map(({ 0: run, index }) => ({ length: run.length, index }))
  const nextOfLength = new Map<number, number>()
  const ends = runs.toReversed().map(({ length, index }) => {
    const end = nextOfLength.get(length)
    nextOfLength.set(length, index)
    return end
  })
  let done = 0
  let masked = ''
  for (const { length, index } of runs) {
    const end = ends.pop()
    if (index < done || end === undefined) continue
    masked += text.slice(done, index) + mask(text.slice(index, end + length))
    done = end + length
  }
  return masked + text.slice(done)
}

/** Each stretch from `open` to the next `close` replaced, the marks with it; nothing inside of another. Linear. */
export function replaceBetween(text: string, open: string, close: string, change: (inside: string) => string): string {
  let done = 0
  let out = ''
  for (let end = text.indexOf(close); end !== -1; end = text.indexOf(close, done)) {
    const start = text.lastIndexOf(open, end - open.length)
    if (start < done) out += text.slice(done, end + close.length)
    else out += text.slice(done, start) + change(text.slice(start + open.length, end))
    done = end + close.length
  }
  return out + text.slice(done)
}
