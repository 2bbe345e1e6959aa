// Documentation as generators take it: nothing of their syntax is shown to owners, and nothing that readers see is lost.
import { expect, test } from 'vitest'
import type { Article } from '@bilet/shared/article'
import { articleText } from '../article-text.ts'
import { emptyLibrary, folderOf, importTo } from './test-import.ts'
import { testFlavours, testTree } from './test-trees/test-tree.ts'
import { findLeaks } from './tree/leaks.ts'

async function importTree(files: Record<string, string>) {
  const imported = await importTo(await emptyLibrary(), await folderOf(files))
  const entries = await imported.library.list()
  const articles = await Promise.all(entries.map(async ({ id }) => imported.library.get(id)))
  return { ...imported, articles: articles.filter((article) => article !== undefined) }
}

const squeeze = (text: string) => text.replaceAll(/\s+/gu, ' ')
const wordsIn = ({ title, blocks }: Article) => squeeze(`${title}\n${articleText(blocks).body}`)
const nodesIn = (article: Article) =>
  new Set([...JSON.stringify(article).matchAll(/"type":"(\w+)"/gu)].map(([, type]) => type))

const names = Object.keys(testFlavours)

test.each(names)('a tree of %s is imported whole, without a trace of its syntax', async (name) => {
  const files = testTree(testFlavours[name] ?? { files: {}, constructs: [], front: () => '' })
  const { articles, report } = await importTree(files)
  expect(articles.length).toBeGreaterThanOrEqual(30)
  expect(report.failed).toBe(0)
  expect(
    articles.flatMap(({ id, title, blocks }) => findLeaks(title, blocks).map((leak) => ({ id, ...leak }))),
  ).toEqual([])
  const { added, changed, unchanged, skipped, failed } = report
  expect(added + changed + unchanged + skipped + failed).toBe(Object.keys(files).length)
})

const every = names.flatMap((name) =>
  (testFlavours[name]?.constructs ?? []).map((construct) => ({ flavour: name, ...construct })),
)

test.each(every)(
  '$flavour: $name reads as it does on the site',
  async ({ flavour, source, seen, nodes = [], topOnly }) => {
    const { files = {}, front, ending = 'md' } = testFlavours[flavour] ?? { front: () => '' }
    const inList = topOnly ? source : `- Пункт:\n\n${source.replaceAll(/^(?=.)/gmu, '  ')}\n\n- Следующий.`
    const { articles } = await importTree({
      ...files,
      [`alone.${ending}`]: `${front('Одна', 1)}\n\n${source}`,
      [`listed.${ending}`]: `${front('В списке', 2)}\n\n${inList}`,
    })
    for (const id of ['alone', 'listed']) {
      const article = articles.find((one) => one.id === id)
      if (!article) throw new Error(`${id} is not imported`)
      expect(findLeaks(article.title, article.blocks)).toEqual([])
      for (const words of seen) expect(wordsIn(article)).toContain(squeeze(words))
      expect([...nodesIn(article)]).toEqual(expect.arrayContaining(nodes))
    }
  },
)
