// A documentation as big as the biggest that owners have: pages of eight kilobytes with every construct of their flavour.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { topics } from '../../src/articles/import/test-trees/topics.ts'
import { yfm } from '../../src/articles/import/test-trees/yfm.ts'

const sections = 10
const pagesInFolder = 50

/** Writes `count` files into a folder. */
export async function writeTree(root: string, count: number): Promise<void> {
  const others = Object.entries(yfm.files)
  const pages = Array.from({ length: count - others.length }, (_, at): [string, string] => [pathOf(at), pageOf(at)])
  for (const [path, content] of [...others, ...pages]) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
}

const pathOf = (at: number) => `part-${Math.floor(at / pagesInFolder)}/page-${at}.md`

/** No two pages are alike: numbers stand where names and prices do. */
export function pageOf(at: number): string {
  const [title = '', sentence = ''] = topics[at % topics.length] ?? []
  const parts = Array.from({ length: sections }, (_, part) => sectionOf(at, part))
  const link = `Дальше: [соседняя](page-${Math.floor(at / pagesInFolder) * pagesInFolder}.md#part-1).`
  return [`---\ntitle: ${title} ${at}\n---`, sentence, ...parts, link].join('\n\n')
}

function sectionOf(at: number, part: number): string {
  const [title = '', sentence = ''] = topics[(at * 7 + part) % topics.length] ?? []
  const { source = '' } = yfm.constructs[(at + part * 3) % yfm.constructs.length] ?? {}
  const code = Array.from({ length: 12 }, (_, line) => `  "field-${part}-${line}": { "value": ${at * line} },`).join(
    '\n',
  )
  return `## ${title} ${part} {#part-${part}}\n\n${sentence} Номер ${at}-${part}.\n\n${source}\n\n\`\`\`json\n{\n${code}\n}\n\`\`\``
}
