import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commandOf } from '../support/child.ts'

const program = new URL('full-disk.ts', import.meta.url)

/** Whether this machine lets a process have a small disk of its own. */
export const canMount = () => spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0

export type FullDisk = {
  refusals: string[]
  accepted: number
  readsWhileFull: { listed: number; found: number; replayed: string }
  afterSpaceIsMade: string
  missing: number
  broken: string[]
}

/** Fills a disk of `megabytes` that only the child sees, and gives what the child says of it. */
export function fullDiskRound(megabytes: number): FullDisk {
  const folder = mkdtempSync(join(tmpdir(), 'bilet-disk-'))
  const script = 'mount -t tmpfs -o "size=$0" tmpfs "$1" && folder=$1 && shift && exec "$@" "$folder"'
  try {
    const said = execFileSync('unshare', ['-rm', 'sh', '-c', script, `${megabytes}m`, folder, ...commandOf(program)])
    return JSON.parse(said.toString())
  } finally {
    rmSync(folder, { recursive: true })
  }
}
