// Files that a document includes, in the ways of MkDocs, VitePress, YFM, Hugo, FastAPI and DocFX. They are put in before
// anything else is read, so that what they hold is read like the document's own words.
import { decode } from '../../tree/addresses.ts'
import type { Step, Tools } from './step.ts'

const deepest = 3
/** UTF-16 code units that a document may grow to: includes may include each other many times over. */
const longest = 1_000_000

const ways: [what: string, pattern: RegExp][] = [
  ['--8<--', /^([ \t>]*);*-{1,2}8<-{1,2}[ \t]+["']([^"'\n]+)["'][ \t]*$/gmu],
  ['{* *}', /^([ \t>]*)\{\*[ \t]*([^\s*{}]+)(?:[ \t][^*{}\n]*)?\*\}[ \t]*$/gmu],
  ['{! !}', /^([ \t>]*)\{![ \t]*(?:>[ \t]*)?([^\s!{}]+)(?:[ \t][^!{}\n]*)?!\}[ \t]*$/gmu],
  ['[!include]', /^([ \t>]*)\[!include[ \t]*\[[^\]\n]{0,300}\]\(([^()\n]{1,500})\)[ \t]*\][ \t]*$/gimu],
  ['@include', /^([ \t>]*)<!--[ \t]*@include:[ \t]*([^\s{<>]+)(?:[ \t{][^<>\n]*)?-->[ \t]*$/gmu],
  ['<<<', /^([ \t>]*)<<<[ \t]+([^\s{]+)[^\n]*$/gmu],
  [
    '{% include %}',
    /^([ \t>]*)\{%-?[ \t]*include[ \t]+(?:notitle[ \t]+)?\[[^\]\n]*\]\(([^)\n]+)\)[ \t]*-?%\}[ \t]*$/gmu,
  ],
  ['{% include %}', /^([ \t>]*)\{%-?[ \t]*include(?:_relative)?[ \t]+["']?([\w./-]+\.md)["']?[ \t]*-?%\}[ \t]*$/gmu],
  [
    '{{< include >}}',
    /^([ \t>]*)\{\{[<%][ \t]*(?:include|readfile|snippet)[ \t]+(?:file=)?["']([^"'\n]+)["'][^<>\n]*[>%]\}\}[ \t]*$/gmu,
  ],
]

/** A file that is not to be had leaves nothing behind, and is told. */
export const snippets: Step = (markdown, tools) => withBlocks(expand(markdown, tools, 1))

function expand(markdown: string, tools: Tools, level: number): string {
  return ways.reduce(
    (text, [what, pattern]) =>
      text.replaceAll(pattern, (source, indent: string, path: string) => {
        const content = level > deepest ? undefined : contentOf(path, tools)
        if (content === undefined || text.length > longest) {
          tools.leftOut(what, source.trim())
          return ''
        }
        const isText = /\.(?:mdx?|markdown|txt|html?)(?:[#:].*)?$/iu.test(path) || !/\.\w+$/u.test(path)
        const shown = isText || what === '--8<--' ? expand(content, tools, level + 1) : fence(content, path)
        const lines = shown.trimEnd().replaceAll(/^(?=.)/gmu, indent)
        return what === '[!include]' ? `${indent.trimEnd()}\n${lines}\n${indent.trimEnd()}` : lines
      }),
    markdown,
  )
}

/** `--8<--` on two lines with paths between them. */
const withBlocks = (markdown: string) =>
  markdown.replaceAll(/^[ \t]*-{1,2}8<-{1,2}[ \t]*(?:\n.*){0,50}?\n[ \t]*-{1,2}8<-{1,2}[ \t]*$/gmu, '')

/** `file.md#part`, `file.md:part`: the part under that heading, or the whole file. */
function contentOf(path: string, { include }: Tools): string | undefined {
  const [file = '', part] = decode(path).split(/[#:]/u)
  const content = include(file.replace(/^@\//u, '/'))?.replace(/^---\n[^]*?\n---\n/u, '')
  return content === undefined || part === undefined ? content : partOf(content, part)
}

function partOf(content: string, part: string): string {
  const lines = content.split('\n')
  const at = lines.findIndex((line) => /^#{1,6}\s/u.test(line) && line.includes(`#${part}}`))
  const marked = lines.findIndex((line) => line.includes(`[start:${part}]`))
  if (marked !== -1)
    return lines
      .slice(
        marked + 1,
        lines.findIndex((line) => line.includes(`[end:${part}]`)),
      )
      .join('\n')
  if (at === -1) return content
  const rank = /^#+/u.exec(lines[at] ?? '')?.[0].length ?? 1
  const after = lines.slice(at + 1)
  const end = after.findIndex((line) => (/^#+(?=\s)/u.exec(line)?.[0].length ?? 7) <= rank)
  return after.slice(0, end === -1 ? undefined : end).join('\n')
}

const fence = (content: string, path: string) =>
  `\`\`\`\`${/\.(\w{1,12})(?:[#:].*)?$/u.exec(path)?.[1] ?? ''}\n${content.trimEnd()}\n\`\`\`\``
