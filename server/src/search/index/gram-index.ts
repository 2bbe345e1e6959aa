/** Which of a list of short texts hold a character gram: a gram's texts are `texts[offsets[g] … offsets[g + 1] - 1]`. */
export type GramIndex = {
  size: number
  gramIds: ReadonlyMap<string, number>
  offsets: Uint32Array
  texts: Uint32Array
  idf: Float32Array
  /** Length of each text's idf vector. */
  norms: Float32Array
}

/** The distinct grams of `size` characters of a text, its word ends marked by spaces. */
export function gramsOf(text: string, size: number): Set<string> {
  const padded = ` ${text} `
  const grams = new Set<string>()
  for (let at = 0; at + size <= padded.length; at++) grams.add(padded.slice(at, at + size))
  return grams
}

export function createGramIndex(texts: readonly string[], size: number): GramIndex {
  const gramIds = new Map<string, number>()
  const lists: number[][] = []
  texts.forEach((text, number) => {
    for (const gram of gramsOf(text, size)) {
      const id = gramIds.get(gram)
      if (id === undefined) {
        gramIds.set(gram, lists.length)
        lists.push([number])
      } else lists[id]?.push(number)
    }
  })
  return { size, gramIds, ...pack(lists, texts.length) }
}

function pack(lists: readonly (readonly number[])[], textCount: number): Omit<GramIndex, 'size' | 'gramIds'> {
  const offsets = new Uint32Array(lists.length + 1)
  lists.forEach((list, gram) => (offsets[gram + 1] = (offsets[gram] ?? 0) + list.length))
  const texts = new Uint32Array(offsets[lists.length] ?? 0)
  const idf = new Float32Array(lists.length)
  const norms = new Float32Array(textCount)
  lists.forEach((list, gram) => {
    texts.set(list, offsets[gram])
    const weight = Math.log(1 + textCount / list.length)
    idf[gram] = weight
    for (const text of list) norms[text] = (norms[text] ?? 0) + weight * weight
  })
  return { offsets, texts, idf, norms: norms.map(Math.sqrt) }
}
