// What an operator reads when the server cannot start: one clear line, and the process ends with 1.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { Server } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataFolder, freePort, serverEntry } from './support/server.ts'

const tool = (name: string) => fileURLToPath(new URL(`../tools/${name}.mjs`, import.meta.url))

it('builds nothing a second time', () => {
  const { status, stdout } = spawnSync(process.execPath, [tool('build')], { encoding: 'utf8' })
  expect(stdout).toMatch(/^Built\. /)
  expect(status).toBe(0)
})

it('says how long a start took, in which nothing was built', async () => {
  const folder = await dataFolder()
  const env = {
    PATH: process.env['PATH'],
    PORT: String(await freePort()),
    BILET_DATABASE_URL: `sqlite:${folder.path}/bilet.db`,
    BILET_STORAGE_URL: `fs:${folder.path}/blobs`,
  }
  const child = spawn(process.execPath, [tool('start')], { env })
  const ended = once(child, 'close')
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    if (said.includes('Started in')) child.kill()
  })
  await ended
  expect(said).toMatch(/^\nBilet is running\.\n[^]*\nStarted in \d+\.\d s\.\n$/)
  await folder.remove()
}, 60_000)

describe('a start that cannot be', () => {
  let folder: Awaited<ReturnType<typeof dataFolder>>
  let taken: number
  let other: Server

  beforeAll(async () => {
    folder = await dataFolder()
    await writeFile(`${folder.path}/file`, 'not a folder')
    await writeFile(`${folder.path}/policy.json`, '{"zone":"Mars/Olympus"}')
    await writeFile(`${folder.path}/words.json`, '{"words":{"ru":{"suport":"Забота"}}}')
    taken = await freePort()
    other = createServer().listen(taken, '127.0.0.1')
    await once(other, 'listening')
  })

  afterAll(async () => {
    other.close()
    await folder.remove()
  })

  it.each<[string, () => Record<string, string>, RegExp]>([
    ['the port is in use', () => ({ PORT: String(taken) }), /^PORT: \d+ is in use/],
    ['the demo page’s port is in use', () => ({ PORT: String(taken - 1), BILET_DEMO: '1' }), /^PORT: \d+ is in use/],
    ['a setting is unknown', () => ({ BILET_DATABSE_URL: 'sqlite:x.db' }), /^BILET_DATABSE_URL: no such setting/],
    ['a setting is malformed', () => ({ BILET_IDENTITY_KEYS: '{' }), /^BILET_IDENTITY_KEYS: /],
    ['the policy is wrong', () => ({ BILET_POLICY: 'policy.json' }), /^BILET_POLICY: policy\.json: zone is wrong/],
    ['the words are wrong', () => ({ BILET_WORDS: 'words.json' }), /^BILET_WORDS: words\.json: .*suport/],
    ['the words are nowhere', () => ({ BILET_WORDS: 'none.json' }), /^BILET_WORDS: .*none\.json/],
    [
      'the database’s folder is none',
      () => ({ BILET_DATABASE_URL: 'sqlite:file/bilet.db' }),
      /^cannot open the database/,
    ],
    [
      'the storage’s folder is none',
      () => ({ BILET_STORAGE_URL: 'fs:file/blobs' }),
      /^BILET_STORAGE_URL: cannot write/,
    ],
  ])('when %s', (_case, env, line) => {
    const { status, stderr } = spawnSync(process.execPath, [serverEntry], {
      cwd: folder.path,
      env: { PATH: process.env['PATH'], PORT: '0', ...env() },
      encoding: 'utf8',
      timeout: 20_000,
    })
    expect(stderr).toMatch(line)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(status).toBe(1)
  })
})
