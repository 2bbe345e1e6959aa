/** For term t, the pieces that hold it are `pieces[offsets[t] … offsets[t + 1] - 1]`, rising, with their `counts`. */
export type Postings = { offsets: Uint32Array; pieces: Uint32Array; counts: Uint8Array }

export type PostingsBuilder = {
  add: (piece: number, terms: readonly string[]) => void
  finish: () => { terms: string[]; postings: Postings }
}

const MOST_COUNTED = 255

/** Collects postings piece by piece (pieces must come in rising order) and packs them, terms sorted by code unit. */
export function createPostingsBuilder(): PostingsBuilder {
  const lists = new Map<string, number[]>()
  return {
    add(piece, terms) {
      for (const term of terms) {
        const list = lists.get(term)
        if (list === undefined) lists.set(term, [piece, 1])
        else if (list.at(-2) === piece) list[list.length - 1] = Math.min(MOST_COUNTED, (list.at(-1) ?? 0) + 1)
        else list.push(piece, 1)
      }
    },
    finish() {
      const terms = [...lists.keys()].toSorted()
      return { terms, postings: pack(terms.map((term) => lists.get(term) ?? [])) }
    },
  }
}

function pack(lists: readonly (readonly number[])[]): Postings {
  const offsets = new Uint32Array(lists.length + 1)
  lists.forEach((list, term) => (offsets[term + 1] = (offsets[term] ?? 0) + list.length / 2))
  const pieces = new Uint32Array(offsets[lists.length] ?? 0)
  const counts = new Uint8Array(pieces.length)
  let at = 0
  for (const list of lists) {
    for (let pair = 0; pair < list.length; pair += 2, at++) {
      pieces[at] = list[pair] ?? 0
      counts[at] = list[pair + 1] ?? 0
    }
  }
  return { offsets, pieces, counts }
}
