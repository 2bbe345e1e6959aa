// How the widget's files are served: to any page, at once after an update, and for long after the next one.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBuildStore } from '../src/builds/build-store.ts'
import { createStorage } from '../src/storage/storage.ts'
import { call } from './support/over-http.ts'
import { startServerProcess } from './support/server-process.ts'
import type { ServerProcess } from './support/server-process.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

type Build = { version: string; loader: string; integrity: string; files: string[] }

describe('the widget’s files', () => {
  const folder = temporaryFolder()
  let server: ServerProcess
  let build: Build

  beforeAll(async () => {
    server = await startServerProcess(folder.path)
    build = (await call<Build>(`${server.origin}/build.json`)).body
  }, 60_000)
  afterAll(async () => {
    await server.stop()
    folder.remove()
  })

  const get = (path: string, headers = {}) => call<string>(`${server.origin}/${path}`, { headers })

  it('the loader is asked about each time, and answers with 304 while it is the same', async () => {
    const { status, headers } = await get('bilet.js')
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-cache')
    const again = await get('bilet.js', { 'If-None-Match': headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
  })

  it('a loader that is named by its version never changes, and is what its integrity says', async () => {
    const { body, headers } = await get(build.loader)
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(`sha384-${createHash('sha384').update(body).digest('base64')}`).toBe(build.integrity)
    expect(body).toBe((await get('bilet.js')).body)
  })

  it.each(['panel/0123abcd/writing.js', 'panel/writing-BeFoRe12.js'])(
    'a chunk of an earlier build is served as it was, as %s, to any page',
    async (path) => {
      const storage = await createStorage(`fs:${folder.path}/data/blobs`)
      const code = 'export const of = "the build before"'
      const bytes = () => Promise.resolve(new TextEncoder().encode(code))
      await createBuildStore(storage, { clock: Date.now }).publish([{ path, bytes }])
      const { status, body, headers } = await get(path)
      expect({ status, body }).toEqual({ status: 200, body: code })
      expect(headers.get('content-type')).toContain('text/javascript')
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('cache-control')).toContain('immutable')
    },
  )

  it('this build is in the storage before the first page hears of it', async () => {
    const builds = createBuildStore(await createStorage(`fs:${folder.path}/data/blobs`), { clock: Date.now })
    const found = await Promise.all(build.files.map(async (path) => (await builds.find(path)) !== null))
    expect(found).not.toContain(false)
    expect(build.files.length).toBeGreaterThan(5)
  })

  it.each(['panel/0123dead/panel.js', 'panel/panel-gone1234.js', 'v/0123456789ab/bilet.js', 'panel/..%2fbuild.json'])(
    'what is gone, as %s, is a 404 that any page can read, not a network that looks broken',
    async (path) => {
      const { status, headers } = await get(path)
      expect(status).toBe(404)
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
      expect(headers.get('cache-control')).toBe('no-store')
    },
  )
})
