// What every source of articles looks like to the importer: a stream of findings, so that there is one pipeline.
import type { Article } from '@bilet/shared/article'
import type { ArticleText } from '../article-text.ts'

/** An article as its source tells it. `updatedAt` is absent where the source does not say. */
export type ImportedArticle = Omit<Article, 'updatedAt'> & { updatedAt?: string } & ArticleText

/** What lets the next import ask a site "has it changed?". */
export type Validators = { etag?: string; lastModified?: string }

/** What is known of an article from an earlier import. `checkedAt` is RFC 3339, UTC. */
export type Known = { validators?: Validators; checkedAt: string }

/** `where` names a file, a line or an address for people to find. */
export type Finding =
  | { kind: 'expected'; total: number }
  | { kind: 'article'; where: string; article: ImportedArticle; validators?: Validators }
  /** The source says that nothing changed since it was known. */
  | { kind: 'unchanged'; where: string; id: string }
  /** `gone`: the article is no more; otherwise it may only be out of reach now, and what is kept of it stays. */
  | { kind: 'failed'; where: string; reason: string; id?: string; gone?: true }

export type Source = AsyncIterable<Finding>
