// The one way to fetch a part of the panel. Browsers other than Chromium remember for as long as the page is there that a
// file could not be imported, or one that it imports: there the bytes come first, and nothing is imported that may still fail.

const here = new Set<string>()

let ask = fetch

/** The browser's own, whatever the page has put in its place since it loaded. */
export const askBy = (own: typeof fetch) => void (ask = own)

/** Has the file in the browser's cache, with those that it imports. */
async function warm(file: string): Promise<void> {
  if (here.has(file)) return
  const response = await ask(new URL(file, import.meta.url))
  const code = await response.text()
  if (!response.ok) throw new Error(file)
  for (const [, name = ''] of code.matchAll(/(?:from|import)"(.+?)"/g)) await warm(name)
  here.add(file)
}

/** `load` imports one file: what that is called once built stands in its own text. */
export async function fetched<Module>(load: () => Promise<Module>): Promise<Module> {
  if (!('userAgentData' in navigator))
    for (const [, file = ''] of String(load).matchAll(/import\("(.+?)"/g)) await warm(file)
  return load()
}
