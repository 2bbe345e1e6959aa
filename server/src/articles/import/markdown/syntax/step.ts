// What a flavour adds to Markdown is turned into HTML that Markdown lets through, step by step, before it is parsed:
// so one parser and one reader serve all flavours, and nothing that a flavour knows can make them refuse a document.

export type Tools = {
  /** The text of a file that the document includes; undefined where it is not to be had. */
  include: (path: string) => string | undefined
  /** A construct that readers of the article will not see; `sample` is its source. */
  leftOut: (what: string, sample: string) => void
  /** Values that the tree or the document gives to names. */
  variables: ReadonlyMap<string, string>
}

/** Takes a document without front matter, gives it back with one more kind of syntax made HTML or Markdown. */
export type Step = (markdown: string, tools: Tools) => string
