// A documentation site as generators make them, of real files, compared with what the files themselves give.
import { readFile, readdir } from 'node:fs/promises'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { collect } from '../../../util/collect.ts'
import type { ArticleLibrary } from '../../library.ts'
import { readMarkdown } from '../markdown/markdown.ts'
import { emptyLibrary, importTo } from '../test-import.ts'
import { testSite } from './test-site.ts'
import type { Served } from './test-site.ts'

const toHtml = unified().use(rehypeStringify)
const menu = Array.from(
  { length: 40 },
  (_, at) => `<li><a href="/chapter-${at}">Глава ${at} руководства</a></li>`,
).join('')

const framed = (
  title: string,
  content: string,
) => `<!doctype html><html lang="ru"><head><title>${title} — Справка</title></head>
<body><div class="header"><a href="/">Логотип</a><form><input type="search"></form></div>
<div class="layout"><div class="sidebar"><ul>${menu}</ul></div>
<div class="content"><div class="breadcrumbs"><a href="/">Справка</a> / ${title}</div><h1>${title}</h1>${content}
<div class="feedback"><button>Полезно</button></div></div></div>
<div class="footer">© Справка, <a href="/terms">условия</a></div></body></html>`

async function pagesOf(folder: string): Promise<Record<string, Served>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.md'))
  const pages = files.map(async (name): Promise<[string, Served]> => {
    const { frontMatter, hast } = readMarkdown(await readFile(`${folder}/${name}`, 'utf8'))
    const content = toHtml.stringify(hast).replace(/<h1>.*?<\/h1>/u, '')
    const body = framed(frontMatter.title ?? name, content)
    return [`/${name.replace('.md', '.html')}`, { headers: { 'content-type': 'text/html' }, body }]
  })
  return Object.fromEntries(await Promise.all(pages))
}

const wordsOf = async (library: ArticleLibrary) =>
  new Map((await collect(library.documents())).map(({ id, body }) => [id, body.match(/[\p{L}\d]+/gu) ?? []]))

/** Words of `from` that `of` lacks, counted as often as they stand. */
function missing(from: readonly string[], of: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of of) left.set(word, (left.get(word) ?? 0) + 1)
  return from.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count < 1
  }).length
}

/** Shares of the files' words that the site's articles lack, and have besides. */
export async function compareSite(folder: string) {
  const site = await testSite(await pagesOf(folder))
  const [ofFiles, ofSite] = [await emptyLibrary(), await emptyLibrary()]
  await importTo(ofFiles, folder)
  const { report } = await importTo(ofSite, site.sitemap, { allowPrivate: true, rate: 100 })
  const [files, pages] = [await wordsOf(ofFiles), await wordsOf(ofSite)]
  let [all, lost, added] = [0, 0, 0]
  for (const [id, words] of files) {
    const found = pages.get(id) ?? []
    all += words.length
    lost += missing(words, found)
    added += missing(found, words)
  }
  return { report, count: files.size, lost: lost / all, added: added / all }
}
