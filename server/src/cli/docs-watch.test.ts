import { rm, writeFile } from 'node:fs/promises'
import { expect, test, vi } from 'vitest'
import { folderOf } from '../articles/import/test-import.ts'
import { docsList } from './docs-list.ts'
import { docsWatch } from './docs-watch.ts'
import { runCommand } from './run-command.ts'

/** Watching is by events of the system: however busy the machine, they come. */
const patience = { timeout: 15_000 }

test('a folder that is watched is followed: what is written, changed and deleted', async () => {
  const [folder, storage] = [await folderOf({ 'a.md': 'Раз' }), await folderOf({})]
  const out: string[] = []
  const ending = new AbortController()
  const io = {
    env: { BILET_STORAGE_URL: `fs:${storage}` },
    out: (line: string) => out.push(line),
    err: (line: string) => out.push(line),
    signal: ending.signal,
  }
  const told = async (count: number, line: string) =>
    vi.waitFor(() => expect(out.slice(count - 1)).toEqual([line]), patience)
  const ended = runCommand([docsWatch], ['docs', 'watch', folder], io)
  await told(1, '1 added, 0 changed, 0 removed, 0 failed')
  await writeFile(`${folder}/b.md`, 'Два')
  await told(2, '1 added, 0 changed, 0 removed, 0 failed')
  await writeFile(`${folder}/a.md`, 'Раз и навсегда')
  await told(3, '0 added, 1 changed, 0 removed, 0 failed')
  await rm(`${folder}/b.md`)
  await told(4, '0 added, 0 changed, 1 removed, 0 failed')
  ending.abort()
  expect(await ended).toBe(0)
  out.length = 0
  await runCommand([docsList], ['docs', 'list'], { ...io, signal: new AbortController().signal })
  expect(out.at(-1)).toBe('1 articles')
}, 60_000)
