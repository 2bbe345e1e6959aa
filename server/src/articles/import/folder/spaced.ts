/** The name of a file or an entry as words: without the numbers that order it, and Notion's number of a page. */
export function spaced(name: string): string {
  const words = name
    .replace(/[ -][0-9a-f]{32}$/u, '')
    .replaceAll(/^\d+[-_.]|[-_]+/gu, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
