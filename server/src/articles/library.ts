// Articles through unstorage, one record an article, so that a reader never meets half of one.
// Keys are digests of ids: ids are made by others, and storages take liberties with what stands in a key.
import * as z from 'zod/mini'
import { Article } from '@bilet/shared/article'
import { Locale } from '@bilet/shared/locale'
import { ArticleId } from '@bilet/shared/ticket'
import type { Storage } from 'unstorage'
import { createArticlePictures } from './article-pictures.ts'
import type { ArticlePictures } from './article-pictures.ts'
import { articleText } from './article-text.ts'
import type { ArticleText } from './article-text.ts'
import { createDeskLexicon } from './desk-lexicon.ts'
import type { DeskLexicon } from './desk-lexicon.ts'
import { digest } from '../util/digest.ts'
import { createImportRuns } from './import-runs.ts'
import type { ImportRuns } from './import-runs.ts'
import { inTurns } from '../util/in-turns.ts'
import { createIndexStore } from './index-store.ts'
import type { IndexStore } from './index-store.ts'
import type { SearchDocument } from '../search/search-document.ts'

const Validators = z.strictObject({ etag: z.exactOptional(z.string()), lastModified: z.exactOptional(z.string()) })
/** What lets the next import ask a site "has it changed?". */
export type Validators = z.infer<typeof Validators>

const Origin = z.strictObject({
  /** The import that brought it: only the same one may prune it. */
  source: z.string(),
  /** Digest of what the source said; equal means unchanged. */
  hash: z.string(),
  validators: z.exactOptional(Validators),
  /** Ids of what the source says to be the same in other languages. */
  translations: z.exactOptional(z.array(z.string())),
})
/** Where an article came from. */
export type Origin = z.infer<typeof Origin>

const facts = { origin: Origin, checkedAt: z.iso.datetime() }
const words = { headings: z.array(z.string()), body: z.string() }
const Face = z.object({
  id: ArticleId,
  title: z.string(),
  lang: Locale,
  url: z.string(),
  section: z.exactOptional(z.string()),
  updatedAt: z.string(),
})

/** A whole record, and what is read of it where the whole is not needed. */
const Known = z.looseObject(facts)
const Stored = z.object({ article: Article, ...facts, ...words })
const Listed = z.object({ article: Face, ...facts })
const Searched = z.object({ article: Face, origin: Origin, ...words })

/** An article without its text. `checkedAt` is when its source was last read, RFC 3339, UTC. */
export type Entry = z.infer<typeof Face> & { origin: Origin; checkedAt: string }

export type ArticleLibrary = {
  /** Undefined for an id that is not in the library. */
  get(id: string): Promise<Article | undefined>
  /** Its face alone; undefined for an id that is not in the library. */
  entry(id: string): Promise<Entry | undefined>
  /** Every article, by id. */
  list(): Promise<Entry[]>
  /** At most `limit` articles in an order of the library's own, which lasts. `nextCursor` is null on the last page. */
  page(range: { cursor?: string | undefined; limit: number }): Promise<{ items: Entry[]; nextCursor: string | null }>
  /** Every article's words, by id: what a search index is built from. `ids` are those of the library, where they are known. */
  documents(ids?: readonly string[]): AsyncIterable<SearchDocument>
  /** Adds or replaces. `text` is for sources that know their words better than the tree tells. */
  put(article: Article, origin: Origin, text?: ArticleText): Promise<void>
  /** Notes that the source still says the same. */
  confirm(id: string, validators?: Validators): Promise<void>
  /** Removing what is not there is no error. */
  remove(id: string): Promise<void>
  /** The stored search index, which changes when it is published, not at every `put`. */
  index: IndexStore
  pictures: ArticlePictures
  lexicon: DeskLexicon
  runs: ImportRuns
}

const prefix = 'articles:item'
const keyOf = async (id: string) => `${prefix}:${await digest(id)}`
const readsAtOnce = 16

/** The library over a storage. `clock` gives epoch milliseconds. */
export function createLibrary(storage: Storage, { clock }: { clock: () => number }): ArticleLibrary {
  const now = () => new Date(clock()).toISOString()
  const record = async (id: string) => storage.getItem(await keyOf(id))

  const all = async <T>(read: (record: unknown) => T | undefined) => recordsAt(await storage.getKeys(prefix), read)

  async function recordsAt<T>(keys: readonly string[], read: (record: unknown) => T | undefined): Promise<T[]> {
    const found = await inTurns(keys, readsAtOnce, async (key) => read(await storage.getItem(key)))
    return found.filter((one) => one !== undefined)
  }

  const list = async () => (await all(toEntry)).toSorted(byId)

  async function* documents(ids?: readonly string[]) {
    const wanted = ids ?? (await list()).map(({ id }) => id)
    for (let from = 0; from < wanted.length; from += readsAtOnce) {
      const group = wanted.slice(from, from + readsAtOnce)
      const found = await Promise.all(group.map(async (id) => toDocument(await record(id))))
      for (const document of found) if (document) yield document
    }
  }

  return {
    async get(id) {
      return Stored.safeParse(await record(id)).data?.article
    },
    entry: async (id) => toEntry(await record(id)),
    list,
    async page({ cursor = '', limit }) {
      const keys = (await storage.getKeys(prefix)).filter((key) => key > `${prefix}:${cursor}`).toSorted()
      const last = keys.length > limit ? keys[limit - 1] : undefined
      const items = await recordsAt(keys.slice(0, limit), toEntry)
      return { items, nextCursor: last?.slice(prefix.length + 1) ?? null }
    },
    documents,
    async put(article, origin, text = articleText(article.blocks)) {
      await storage.setItem(await keyOf(article.id), { article, origin, checkedAt: now(), ...text })
    },
    async confirm(id, validators) {
      const known = Known.safeParse(await record(id)).data
      if (!known) return
      const origin = { ...known.origin, ...(validators && { validators }) }
      await storage.setItem(await keyOf(id), { ...known, origin, checkedAt: now() })
    },
    remove: async (id) => storage.removeItem(await keyOf(id)),
    index: createIndexStore(storage),
    pictures: createArticlePictures(storage),
    lexicon: createDeskLexicon(storage),
    runs: createImportRuns(storage, { clock }),
  }
}

function toEntry(record: unknown): Entry | undefined {
  const { data } = Listed.safeParse(record)
  return data && { ...data.article, origin: data.origin, checkedAt: data.checkedAt }
}

function toDocument(record: unknown): SearchDocument | undefined {
  const { data } = Searched.safeParse(record)
  if (!data) return undefined
  const { id, title, url, lang, section } = data.article
  const { translations } = data.origin
  const face = { id, title, url, lang, ...(section && { section }), ...(translations && { translations }) }
  return { ...face, headings: data.headings, body: data.body }
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
