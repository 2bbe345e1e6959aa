// unstorage's folder driver writes in place: a crash or a reader in between meets half a file. This one replaces files
// whole: a draft beside it, fsync, rename, fsync of the folder.
import { randomUUID } from 'node:crypto'
import { access, constants, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Driver } from 'unstorage'
import fsDriver from 'unstorage/drivers/fs'

const drafts = '.*.draft'

/** A driver over a folder, made if it is not there; rejects if it cannot be written to. */
export async function folderDriver(folder: string): Promise<Driver> {
  const base = resolve(folder)
  await mkdir(base, { recursive: true })
  await access(base, constants.R_OK | constants.W_OK)
  const write = (key: string, value: string | Uint8Array) => replaceFile(join(base, key.replaceAll(':', '/')), value)
  return { ...fsDriver({ base, ignore: [drafts] }), setItem: write, setItemRaw: write }
}

async function replaceFile(path: string, value: string | Uint8Array): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true })
  const draft = join(folder, drafts.replace('*', randomUUID()))
  try {
    await writeThrough(draft, value)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await syncFolder(folder)
}

async function writeThrough(path: string, value: string | Uint8Array): Promise<void> {
  await using file = await open(path, 'wx')
  await file.writeFile(value)
  await file.sync()
}

/** Puts the new name on disk too. Windows keeps it by itself and cannot open a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  await using handle = await open(folder, 'r')
  await handle.sync()
}
