import type { Notion } from './notion.ts'

type Draft = Record<'same' | 'narrower' | 'signs' | 'wider' | 'under', string[]> & { isName: boolean }

const KINDS = { '<': 'narrower', '~': 'signs', '>': 'wider', '^': 'under' } as const
const isMark = (mark: string | undefined): mark is keyof typeof KINDS => mark !== undefined && mark in KINDS

/**
 * Reads a file of notions: a notion's name at the start of a line (after `@` that of a service), below it, indented, one
 * phrase a line: as it is the same thing; after `<` narrower; after `~` a sign; after `>` wider; after `^` what it may be told under.
 */
export function readNotions(file: string): Notion[] {
  const notions: Draft[] = []
  for (const line of file.split('\n')) {
    if (line.trim() === '') continue
    const isName = line.startsWith('@')
    if (!line.startsWith(' '))
      notions.push({ isName, same: [line.slice(isName ? 1 : 0)], narrower: [], signs: [], wider: [], under: [] })
    else addPhrase(notions.at(-1), line.trim())
  }
  return notions
}

function addPhrase(notion: Draft | undefined, written: string): void {
  const mark = written[0]
  if (isMark(mark)) notion?.[KINDS[mark]].push(written.slice(1).trim())
  else notion?.same.push(written)
}
