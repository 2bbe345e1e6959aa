/** What the engine is given of an article: its words, without markup. `body` is plain text, one paragraph a line. */
export type SearchDocument = {
  id: string
  title: string
  url: string
  lang: string
  /** The part of the documentation that it belongs to, in words. */
  section?: string
  /** Ids of what its source says to be the same article in other languages. */
  translations?: readonly string[]
  headings: readonly string[]
  body: string
}
