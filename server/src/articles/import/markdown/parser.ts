// CommonMark and GFM to HTML, by a parser that reads a tree of thousands of documents in seconds.
import MarkdownIt from 'markdown-it'
import footnotes from 'markdown-it-footnote'

/** What lies deeper would be left out: documents are made shallow before they are parsed, none is as deep as this. */
const deepest = 500

/** `isMdx`: text indented by four is no code, for components are indented as code is elsewhere. */
export function createParser({ isMdx }: { isMdx: boolean }): (markdown: string) => string {
  const parser = new MarkdownIt({ html: true, linkify: true, maxNesting: deepest })
  parser.use(footnotes)
  // Where links may lead is for the article's reader to say: here they would only lose their marks.
  parser.validateLink = () => true
  parser.linkify.add('www.', {
    validate: (text, at) => hostOf(text, at).length,
    normalize: (match) => {
      match.url = `http://${match.url}`
    },
  })
  parser.renderer.rules['footnote_caption'] = (tokens, at) => `[${Number(tokens[at]?.meta?.['id']) + 1}]`
  parser.renderer.rules['footnote_block_open'] = () => '<section class="footnotes"><ol>\n'
  if (isMdx) readIndented(parser)
  return (markdown) => parser.render(markdown)
}

/**
 * Where no indent makes code, whatever stands deep is what it would be further left: a fence, a heading, a list inside of
 * a component.
 */
function readIndented(parser: InstanceType<typeof MarkdownIt>) {
  parser.disable('code')
  parser.block.ruler.before('table', 'indented', (state, start, end, isSilent) => {
    const [indent = 0, outer] = [state.sCount[start], state.blkIndent]
    if (indent - outer < 4) return false
    state.blkIndent = indent - 1
    const isRead = parser.block.ruler.getRules('').some((rule) => rule(state, start, end, isSilent))
    state.blkIndent = outer
    return isRead
  })
}

const host = /[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:\/[^\s<>()]*)?/uy

function hostOf(text: string, at: number): string {
  host.lastIndex = at
  return host.exec(text)?.[0] ?? ''
}
