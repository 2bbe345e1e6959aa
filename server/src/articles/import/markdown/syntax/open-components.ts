// Components that are open at a place of a document.

/** Nobody nests as many: what is begun beyond that leaves its words alone, for parsers take their square. */
const deepest = 50

export type OpenComponents = ReturnType<typeof createOpenComponents>

export function createOpenComponents() {
  const opened: { name: string; close: string }[] = []
  return {
    /** What begins it. */
    begin(name: string, { open, close }: { open: string; close: string }): string {
      if (opened.length === deepest) return ''
      opened.push({ name, close })
      return open
    },
    /** What ends it and those left open in it; nothing for an end without a beginning. */
    end(name: string): string {
      const at = opened.findLastIndex((one) => one.name === name)
      if (at === -1) return ''
      return opened
        .splice(at)
        .toReversed()
        .map(({ close }) => close)
        .join('')
    },
  }
}
