// What every source of articles looks like to the importer: a stream of findings, so that there is one pipeline.
import type { Article } from '@bilet/shared/article'
import type { ArticleText } from '../article-text.ts'
import type { Validators } from '../library.ts'
import type { Trouble } from './tree/trouble.ts'

/** An article as its source tells it. `updatedAt` is absent where the source does not say. */
export type ImportedArticle = Omit<Article, 'updatedAt'> & { updatedAt?: string }

/** What a picture's name ends in, by its type. */
export const pictureEndings = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' }

/** A cleaned picture: `src` is where the desk will serve it, named by its digest. */
export type ImportedPicture = { src: string; bytes: () => Uint8Array }

/** `where` names a file, a line or an address for people to find. */
export type Finding =
  /** How many of the others are to come, known before the first of them. */
  | { kind: 'expected'; total: number }
  /**
   * `text` where the source knows the article's words better than its tree tells; `troubles` are what its readers will
   * miss; `pictures` are those that the article shows from the desk's own storage.
   */
  | {
      kind: 'article'
      where: string
      article: ImportedArticle
      text?: ArticleText
      validators?: Validators
      troubles?: readonly Trouble[]
      pictures?: readonly ImportedPicture[]
      /** Ids of what the source says to be the same in other languages. */
      translations?: readonly string[]
      /** What links call its places, each with the name that the article knows it by. */
      names?: ReadonlyMap<string, string>
    }
  /** Something about an article that is known only after it was read. */
  | { kind: 'noted'; where: string; troubles: readonly Trouble[] }
  /** The source says that nothing changed since it was last read; with `validators` it was asked just now. */
  | { kind: 'unchanged'; where: string; id: string; validators?: Validators }
  /** Not meant for readers, or not of this source. */
  | { kind: 'skipped'; where: string; reason: string; id?: string }
  /** The article may still be there though it could not be read now: what is kept under `id` stays. */
  | { kind: 'failed'; where: string; reason: string; id?: string }
  /** There was an article once. */
  | { kind: 'gone'; where: string; reason: string; id?: string }

/** The source has spent what it may spend at once: `left` documents come after the one at `after`. */
export type Paused = { kind: 'paused'; after: string; left: number }

/** A source that pauses gives nothing after it. */
export type Source = AsyncIterable<Finding | Paused>

/** Where an import paused, and the documents before it that it found gone or not for readers. */
export type Place = { after: string; dropped: string[] }

/** What a source may ask about an earlier import: by id, when and with what validators a document was read. */
export type KnownDocuments = ReadonlyMap<
  string,
  { checkedAt: string; origin: { source: string; validators?: Validators } }
>

/** A source that cannot be read, as a whole or one document of it. The message is for the person who imports. */
export class SourceError extends Error {}
