// What a backup is: the database as one file, everything else as files by key, and a record that says it is whole.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Storage } from 'unstorage'
import * as z from 'zod/mini'
import { inTurns } from '../util/in-turns.ts'
import { CommandError } from './command.ts'

const Record = z.strictObject({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  database: z.enum(['sqlite', 'postgres']),
  objects: z.number(),
})
export type BackupRecord = z.infer<typeof Record>

/** The files of a backup in a folder. */
export const backupFiles = (folder: string) => ({
  sqlite: join(folder, 'bilet.db'),
  postgres: join(folder, 'bilet.dump'),
  blobs: join(folder, 'blobs'),
  record: join(folder, 'backup.json'),
})

export const writeRecord = (folder: string, record: BackupRecord) =>
  writeFile(backupFiles(folder).record, `${JSON.stringify(record, null, 2)}\n`, { flush: true })

/** Throws `CommandError` for a folder that holds no whole backup. */
export async function readRecord(folder: string): Promise<BackupRecord> {
  const json = await readFile(backupFiles(folder).record, 'utf8').catch(() => {
    throw new CommandError(`${folder} holds no backup, or one that was broken off: backup.json is missing`)
  })
  const parsed = Record.safeParse(parse(json, folder))
  if (!parsed.success) throw new CommandError(`${folder}/backup.json is not of this version of Bilet`)
  return parsed.data
}

function parse(json: string, folder: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new CommandError(`${folder}/backup.json is damaged: it is not whole JSON`)
  }
}

type Watch = { signal: AbortSignal; expect: (total: number) => void; step: (key: string) => void }

const copiesAtOnce = 8

/** Copies everything that is there now; what vanishes meanwhile was erased. Gives the number copied. */
export async function copyStorage(from: Storage, to: Storage, { signal, expect, step }: Watch): Promise<number> {
  const keys = await from.getKeys()
  expect(keys.length)
  const copied = await inTurns(keys, copiesAtOnce, async (key) => {
    signal.throwIfAborted()
    const value = await from.getItemRaw<unknown>(key)
    if (value !== null) await to.setItemRaw(key, toStored(value))
    step(key)
    return value === null ? 0 : 1
  })
  return copied.reduce<number>((sum, one) => sum + one, 0)
}

const isJson = (bytes: Uint8Array) => bytes[0] === 0x7b || bytes[0] === 0x5b

/** Storages of text (Redis) keep JSON as it is and bytes encoded: what is JSON goes in as text. */
function toStored(value: unknown): string | Uint8Array {
  if (typeof value === 'string') return value
  const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value
  if (!(bytes instanceof Uint8Array)) throw new TypeError('a storage gives bytes or text')
  return isJson(bytes) ? new TextDecoder().decode(bytes) : bytes
}
