// How much a body holds, told by its text alone: what is too much is never parsed, for that costs more than all the rest.
import { toPath } from '@bilet/shared/issues'
import type { Issue } from '@bilet/shared/problem'

export type Bounds = {
  /** Levels of nesting. */
  depth: number
  /** Fields, elements and what they lie in. */
  values: number
}

/** A list or an object that is not closed yet; where the key of the field begins and ends that is being read. */
type Open = { isList: boolean; count: number; isEmpty: boolean; key: [from: number, to: number] }

const [quote, backslash, comma, colon, openList, closeList, openObject, closeObject] = [
  34, 92, 44, 58, 91, 93, 123, 125,
]

/**
 * What is too much in a JSON text: it is nested too deeply, or holds too many values, which is said of the list or object
 * that holds the most of them; undefined where it fits. One pass, which ends where a bound is met; of a text that is no
 * JSON it tells nothing.
 */
export function measureJson(json: string, { depth, values }: Bounds): Issue | undefined {
  const open: Open[] = []
  let left = values
  let text: [from: number, to: number] = [0, 0]
  for (let at = 0; at < json.length; at++) {
    const char = json.charCodeAt(at)
    if (char <= 32) continue
    const inner = open.at(-1)
    if (char === closeList || char === closeObject) {
      open.pop()
      continue
    }
    if (inner && (char === comma || inner.isEmpty)) {
      inner.isEmpty = false
      inner.count++
      if (--left < 0) return { path: pathOf(json, open), code: 'too_many', params: { max: values } }
    }
    if (char === quote) {
      const end = endOfString(json, at)
      text = [at, end]
      at = end - 1
    } else if (char === colon && inner) inner.key = text
    else if (char === openList || char === openObject) {
      if (open.length === depth) return { path: '', code: 'too_deep' }
      open.push({ isList: char === openList, count: 0, isEmpty: true, key: [0, 0] })
    }
  }
  return undefined
}

/** Behind its closing quote, the first that no odd number of backslashes stands before; or the end of the text. */
function endOfString(json: string, from: number): number {
  for (let at = json.indexOf('"', from + 1); at !== -1; at = json.indexOf('"', at + 1)) {
    let before = at
    while (json.charCodeAt(before - 1) === backslash) before--
    if ((at - before) % 2 === 0) return at + 1
  }
  return json.length
}

/** Where the list or object stands that holds the most. */
function pathOf(json: string, open: readonly Open[]): string {
  const fullest = open.reduce((most, { count }, at) => (count > (open[most]?.count ?? 0) ? at : most), 0)
  return toPath(
    open
      .slice(0, fullest)
      .map(({ isList, count, key: [from, to] }) => (isList ? String(count - 1) : keyOf(json.slice(from, to)))),
  )
}

/** A key as it is meant, where its escapes can be read. */
function keyOf(quoted: string): string {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted
  }
}
