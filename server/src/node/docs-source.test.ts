import { writeFile } from 'node:fs/promises'
import { expect, test, vi } from 'vitest'
import { emptyLibrary, folderOf } from '../articles/import/test-import.ts'
import { page, testSite } from '../articles/import/site/test-site.ts'
import type { Log } from '../log.ts'
import { followDocs } from './docs-source.ts'

function quietLog() {
  const lines: unknown[] = []
  const write = (facts: object, message: string) => void lines.push([message, facts])
  const log: Log = { info: write, warn: write, error: write, child: () => log }
  return { lines, log }
}

test('the documentation of a folder is read at start, and again when its time comes', async () => {
  const folder = await folderOf({ 'a.md': 'Раз' })
  const articles = await emptyLibrary()
  const { log } = quietLog()
  const docs = followDocs(folder, { articles, log }, 50)
  await docs.settled()
  expect(await articles.list()).toHaveLength(1)
  await writeFile(`${folder}/b.md`, 'Два')
  await vi.waitFor(async () => expect(await articles.list()).toHaveLength(2), { timeout: 15_000 })
  docs.stop()
  await docs.settled()
})

test('a site that is at a private address, or away, is told in the log and leaves the articles alone', async () => {
  const site = await testSite({ '/a': page('А') })
  const { lines, log } = quietLog()
  const docs = followDocs(site.sitemap, { articles: await emptyLibrary(), log })
  await docs.settled()
  docs.stop()
  expect(lines).toMatchObject([
    ['the documentation could not be read', { reason: expect.stringContaining('private address') }],
  ])
})
