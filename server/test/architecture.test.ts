// ARCHITECTURE's tree is the tree: every room is named there, and every room named there is one.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [, drawn = ''] = /## The tree\n```\n([\s\S]*?)```/.exec(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')) ?? []

/** Paths of the tree as drawn: two spaces of indent are one room deeper. Several rooms may share a line. */
function roomsDrawn(): string[] {
  const open: string[] = []
  const rooms: string[] = []
  for (const line of drawn.split('\n')) {
    const [, indent = '', named] = /^( *)([\w./-]+\/)(?= |$)/.exec(line) ?? []
    if (named === undefined || indent.length > 4) continue
    open.length = indent.length / 2
    open.push(named)
    rooms.push(open.join(''))
  }
  return rooms
}

const rooms = roomsDrawn()

it('names no room that is not there', () => {
  expect(rooms.length).toBeGreaterThan(20)
  expect(rooms.filter((room) => !existsSync(join(root, room)))).toEqual([])
})

it.each(['shared/src/', 'server/src/', 'widget/src/'])('names each room of %s', (parent) => {
  const there = readdirSync(join(root, parent), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(there.map(({ name }) => `${parent}${name}/`).filter((room) => !rooms.includes(room))).toEqual([])
})
