// Documentation as generators take it: nothing of their syntax is shown to owners, and nothing that readers see is lost.
import { expect, test } from 'vitest'
import type { Article } from '@bilet/shared/article'
import { articleText } from '../article-text.ts'
import { emptyLibrary, folderOf, importTo } from './test-import.ts'
import type { TestFlavour } from './test-trees/construct.ts'
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
const noFlavour: TestFlavour = { files: {}, constructs: [], front: () => '' }

test.each(names)('a tree of %s is imported whole, without a trace of its syntax', async (name) => {
  const files = testTree(testFlavours[name] ?? noFlavour)
  const { articles, report } = await importTree(files)
  expect(articles.length).toBeGreaterThanOrEqual(30)
  expect(report.failed).toBe(0)
  expect(
    articles.flatMap(({ id, title, blocks }) => findLeaks(title, blocks).map((leak) => ({ id, ...leak }))),
  ).toEqual([])
  const { added, changed, unchanged, skipped, failed } = report
  expect(added + changed + unchanged + skipped + failed).toBe(Object.keys(files).length)
})

/** Each construct on a page of its own, by itself and as a part of a list where it may stand so. */
const pagesOf = ({ constructs, front, ending = 'md' }: TestFlavour) =>
  Object.fromEntries(
    constructs.flatMap(({ source, topOnly }, at) => {
      const inList = topOnly ? source : `- Пункт:\n\n${source.replaceAll(/^(?=.)/gmu, '  ')}\n\n- Следующий.`
      return [
        [`alone-${at}.${ending}`, `${front('Одна', 1)}\n\n${source}`],
        [`listed-${at}.${ending}`, `${front('В списке', 2)}\n\n${inList}`],
      ]
    }),
  )

test.each(names)('what authors of %s write reads as it does on the site', async (name) => {
  const flavour = testFlavours[name] ?? noFlavour
  const { articles } = await importTree({ ...flavour.files, ...pagesOf(flavour) })
  const byId = new Map(articles.map((article) => [article.id, article]))
  for (const [at, { name: construct, seen, nodes = [] }] of flavour.constructs.entries()) {
    for (const id of [`alone-${at}`, `listed-${at}`]) {
      const article = byId.get(id)
      if (!article) throw new Error(`${construct} is not imported`)
      expect(findLeaks(article.title, article.blocks), construct).toEqual([])
      for (const words of seen) expect(wordsIn(article), construct).toContain(squeeze(words))
      expect([...nodesIn(article)], construct).toEqual(expect.arrayContaining(nodes))
    }
  }
})
