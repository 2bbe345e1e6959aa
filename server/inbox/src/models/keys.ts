// Keys as agents know them from other desks. Letters are told by their place on the keyboard: a Russian layout types «о» for j.

export type Key = { key: string; code: string; ctrl: boolean; alt: boolean; shift: boolean }

export type Command =
  | 'next'
  | 'previous'
  | 'open'
  | 'back'
  | 'assign'
  | 'reply'
  | 'note'
  | 'wait'
  | 'extend'
  | 'refuse'
  | 'resolve'
  | 'take'
  | 'tag'
  | 'select'
  | 'search'
  | 'go'
  | 'help'
  | 'send'

type Named = Exclude<Command, 'send'>

/** In the order of the sheet of keys. */
export const keys: readonly [command: Named, key: string][] = [
  ['next', 'j'],
  ['previous', 'k'],
  ['open', 'Enter'],
  ['back', 'Esc'],
  ['reply', 'r'],
  ['wait', 'w'],
  ['note', 'n'],
  ['extend', 'e'],
  ['refuse', 'f'],
  ['resolve', 'd'],
  ['take', 'm'],
  ['assign', 'a'],
  ['tag', 't'],
  ['select', 'x'],
  ['search', '/'],
  ['go', 'g'],
  ['help', '?'],
]

const byCode = new Map(keys.map(([command, key]) => [`Key${key.toUpperCase()}`, command]))

/** What the key means outside of fields; null for what is the browser's. */
export function commandOf({ key, code, ctrl, alt, shift }: Key): Command | null {
  if (alt) return null
  if (ctrl) return key === 'Enter' ? 'send' : null
  if (key === 'Enter') return 'open'
  if (key === 'Escape') return 'back'
  if (key === '?' || (shift && code === 'Slash')) return 'help'
  if (key === '/' || code === 'Slash') return 'search'
  return shift ? null : (byCode.get(code) ?? null)
}

/** After `g`: where the letter leads. */
export const goKeys = {
  d: 'due',
  u: 'ours',
  m: 'mine',
  n: 'unassigned',
  w: 'owner',
  e: 'extended',
  a: 'all',
  r: 'reports',
} as const
export type Goal = (typeof goKeys)[keyof typeof goKeys]

const isGoKey = (letter: string): letter is keyof typeof goKeys => Object.hasOwn(goKeys, letter)

export function goalOf({ code }: Key): Goal | null {
  const letter = code.replace(/^Key/, '').toLowerCase()
  return isGoKey(letter) ? goKeys[letter] : null
}
