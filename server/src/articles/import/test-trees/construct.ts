/** A piece of a flavour's own syntax: how authors write it, what readers must see, what they must get. */
export type Construct = {
  name: string
  source: string
  /** Words that readers must find. */
  seen: string[]
  /** Types of nodes, inline or block, that it must become. */
  nodes?: string[]
  /** It cannot stand inside of a list: its syntax begins a line by its nature. */
  topOnly?: boolean
}

export type TestFlavour = {
  /** Files that tell the generator, and those that pages include. */
  files: Record<string, string>
  constructs: Construct[]
  /** Front matter of a page with this title. */
  front: (title: string, at: number) => string
  /** The ending of its pages. */
  ending?: string
  /** How a page links to another beside it, where it is not Markdown. */
  link?: (to: string, words: string) => string
}
