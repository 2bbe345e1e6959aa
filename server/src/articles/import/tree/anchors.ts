// Names of places in a document. Headings and footnotes keep one: what named
// another place leads to the heading it stands under.
import GithubSlugger from 'github-slugger'

const longest = 200

export type Anchors = ReturnType<typeof createAnchors>

export function createAnchors() {
  const slugger = new GithubSlugger()
  const taken = new Set<string>()
  const headingOf = new Map<string, string>()
  let waiting: string[] = []
  let current: string | undefined

  const unique = (name: string) => {
    let id = name
    for (let copy = 1; taken.has(id); copy++) id = `${name}-${copy}`
    taken.add(id)
    return id
  }

  return {
    /** A place is named. The name belongs to the heading that follows, if nothing but names stands between. */
    name(name: unknown) {
      if (typeof name === 'string' && name !== '') waiting.push(name.slice(0, longest))
    },

    /** Words came: names before them belong to the heading above. */
    settle() {
      for (const name of waiting) if (current !== undefined && !headingOf.has(name)) headingOf.set(name, current)
      waiting = []
    },

    /** The heading's id: the first of its own names, the nearest name before it, or the one GitHub gives its words. */
    heading(own: readonly string[], words: string): string {
      const names = [...own, ...waiting.toReversed(), slugger.slug(words)].filter((name) => name !== '')
      current = unique((names[0] ?? 'section').slice(0, longest - 10))
      for (const name of names) if (!headingOf.has(name)) headingOf.set(name, current)
      waiting = []
      return current
    },

    /** A place that keeps a name of its own, such as a footnote: the name it gets. */
    place(name: unknown): string {
      return unique(typeof name === 'string' && name !== '' ? name.slice(0, longest - 10) : 'note')
    },

    /** Whether a name of this document leads anywhere. */
    has: (name: string): boolean => taken.has(name) || headingOf.has(name),

    /** Every name of this document, with the heading or place that it leads to. */
    names: (): ReadonlyMap<string, string> => new Map([...headingOf, ...[...taken].map((id) => [id, id] as const)]),

    /** The heading or place that a name of this document leads to. */
    resolve: (name: string): string => (taken.has(name) ? name : (headingOf.get(name) ?? name)),
  }
}
