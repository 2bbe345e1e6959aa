import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { StorageError } from '../database/database.ts'
import { parseStorageUrl } from './storage-url.ts'
import { createStorage } from './storage.ts'

const keys = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret', AWS_REGION: 'eu-central-1' }

describe('the storage URL', () => {
  test.each([
    ['memory:', { kind: 'memory' }],
    ['fs:data/blobs', { kind: 'fs', folder: 'data/blobs' }],
    ['fs:/var/lib/bilet', { kind: 'fs', folder: '/var/lib/bilet' }],
    ['fs:///var/lib/bilet', { kind: 'fs', folder: '/var/lib/bilet' }],
    ['redis://cache:6379/2', { kind: 'redis', url: 'redis://cache:6379/2', prefix: 'bilet' }],
    ['rediss://u:p@cache?prefix=desk', { kind: 'redis', url: 'rediss://u:p@cache', prefix: 'desk' }],
  ])('%s is read as it says', (url, location) => {
    expect(parseStorageUrl(url)).toEqual(location)
  })

  test('a bucket takes keys and region from the usual environment', () => {
    expect(parseStorageUrl('s3://Bilet/desk/', keys)).toEqual({
      kind: 's3',
      endpoint: 'https://s3.eu-central-1.amazonaws.com',
      bucket: 'Bilet',
      prefix: 'desk',
      region: 'eu-central-1',
      accessKeyId: 'id',
      secretAccessKey: 'secret',
    })
  })

  test('a bucket may carry its own endpoint, region and keys', () => {
    const url = 's3://me:a%2Fb@bilet?region=auto&endpoint=http://localhost:9000/'
    expect(parseStorageUrl(url, { ...keys, AWS_SESSION_TOKEN: 'of another key' })).toEqual({
      kind: 's3',
      endpoint: 'http://localhost:9000',
      bucket: 'bilet',
      prefix: '',
      region: 'auto',
      accessKeyId: 'me',
      secretAccessKey: 'a/b',
    })
  })

  test.each([
    '',
    'data/blobs',
    'ftp://host/path',
    'fs:',
    'fs://host/path',
    'memory:x',
    'redis:',
    'redis://host/queue',
    'redis://host?base=x',
    's3://',
    's3://bucket',
    's3://bucket?region=auto',
    's3://me:hush@bucket?region=auto&endpoint=minio:9000',
    's3://me:hush@bucket?region=auto&endpoints=https://minio',
    's3://me:%E0%A4%A@bucket?region=auto',
  ])('%j is refused by the name of the setting, without repeating a password', (url) => {
    expect(() => parseStorageUrl(url)).toThrow(/^BILET_STORAGE_URL: (?!.*hush)/)
  })
})

describe('a folder', () => {
  let folder = ''
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'bilet-'))))
  afterAll(() => rm(folder, { recursive: true }))
  const openFolder = (name: string) => createStorage(`fs:${join(folder, name)}`)

  test('gives bytes back as they were after being opened anew', async () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 256)
    await (await openFolder('kept')).setItemRaw('a:b', bytes)
    const read: unknown = await (await openFolder('kept')).getItemRaw('a:b')
    expect(read).toEqual(Buffer.from(bytes))
  })

  test('never shows half of a file while it is being replaced', async () => {
    const storage = await openFolder('replaced')
    const texts = ['a', 'b'].map((letter) => letter.repeat(300_000))
    await storage.setItemRaw('text', texts[0])
    const writing = Promise.all(texts.map((text) => storage.setItemRaw('text', text)))
    const seen = await Promise.all(Array.from({ length: 20 }, () => readFile(join(folder, 'replaced/text'), 'utf8')))
    await writing
    expect(seen.filter((text) => !texts.includes(text))).toEqual([])
  })

  test('leaves no draft behind and does not list one left by a crash', async () => {
    const storage = await openFolder('drafts')
    await storage.setItem('kept', 'x')
    expect(await readdir(join(folder, 'drafts'))).toEqual(['kept'])
    await writeFile(join(folder, 'drafts/.0.draft'), 'half')
    expect(await storage.getKeys()).toEqual(['kept'])
  })

  test('that cannot be made stops the start with one line', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(openFolder('file/blobs')).rejects.toThrow(/^BILET_STORAGE_URL: cannot write to the folder .*$/)
  })

  test('that fails later says that storage is unavailable, in reading as in writing', async () => {
    const storage = await openFolder('broken')
    await storage.setItem('key', 'x')
    await expect(storage.getItemRaw('key:below')).rejects.toThrow(StorageError)
    await expect(storage.setItem('key:below', 'x')).rejects.toThrow(StorageError)
    await expect(storage.removeItem('key:below')).rejects.toThrow(StorageError)
  })
})
