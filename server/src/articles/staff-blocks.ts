// The text of an article that staff write, as the tree that is kept of it.
import { createAddresses, nowhere, toArticleId } from './import/tree/addresses.ts'
import { toImportedArticle } from './import/tree/document.ts'
import { readMarkdown } from './import/markdown/markdown.ts'
import { unreadable } from './written-text.ts'
import type { ReadBlocks } from './written-text.ts'

/** Links without a host are links to articles, by their ids from where this one stands. */
export const readBlocks: ReadBlocks = async ({ id, title, url = '', markdown }) => {
  const home = new URL(nowhere)
  const base = new URL(id.split('/').map(encodeURIComponent).join('/'), home).href
  const addresses = createAddresses(base, (address) =>
    address.origin === home.origin ? toArticleId(address.pathname) : undefined,
  )
  try {
    const { hast } = readMarkdown(markdown)
    return { blocks: toImportedArticle({ id, url, hast, addresses, title }).blocks }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return unreadable
    throw error
  }
}
