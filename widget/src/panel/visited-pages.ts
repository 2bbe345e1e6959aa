// The pages of the host's admin that led here, by the names that its own links give them. Their addresses stay here.

/** What this needs of a history entry. */
type Entry = { url: string | null; sameDocument: boolean }

type History = { entries(): Entry[]; currentEntry: { index: number } | null }

const hasHistory = (global: object): global is { navigation: History } => 'navigation' in global

/** How many pages back are worth telling. */
const most = 4
/** A longer text is no name of a page. */
const longest = 60

/** Without the line breaks of the markup and the count that a menu shows beside a name. */
const nameOf = (element: Element | null) =>
  (element?.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s(]{0,9}\d{1,9}\)?$/, '')

const isName = (name: string) => name !== '' && name.length <= longest

/** The links of the page by where they lead, without query and fragment. */
function linkNames() {
  const names = new Map<string, string>()
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const [name, path] = [nameOf(link), link.origin + link.pathname]
    if (isName(name) && !names.has(path)) names.set(path, name)
  }
  return names
}

const pathOf = (url: string) => url.replace(/[?#].*/, '')

/**
 * Names of the last pages since the page was loaded, oldest first, the present one last; none where the browser keeps
 * no history that can be read, or where they have no names.
 */
export function visitedPages(): string[] {
  const names = linkNames()
  const present = nameOf(document.querySelector('h1')) || nameOf(document.querySelector('title'))
  const global: object = globalThis
  const entries = hasHistory(global) ? global.navigation.entries().slice(0, global.navigation.currentEntry?.index) : []
  const past = entries.filter(({ sameDocument }) => sameDocument).map(({ url }) => names.get(pathOf(url ?? '')) ?? '')
  const all = [...past, names.get(pathOf(location.href)) ?? present].filter(isName)
  return all.filter((name, at) => name !== all[at - 1]).slice(-most)
}
