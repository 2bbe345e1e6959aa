// A backup taken while owners write, and what comes of it in a new place.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { AttachmentReply, SubmittedReply } from '@bilet/shared/replies'
import { png } from '../src/attachments/image/test-pictures.ts'
import { openTestS3 } from '../src/storage/test-s3.ts'
import { as, draft, fileForm, staffToken, tokenFor } from './support/over-http.ts'
import { runCli, runCliProcess } from './support/run-cli.ts'
import { builtCli, startServerProcess } from './support/server-process.ts'
import type { ServerProcess } from './support/server-process.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

type Sent = { ticket: SubmittedReply; picture: AttachmentReply }

/** Owners who write without a pause until told to stop, or 500 tickets each; `sent` is what was acknowledged. */
function writers(server: ServerProcess, count: number) {
  const sent: Sent[] = []
  const stopping = new AbortController()
  const waiting: { for: number; wake: () => void }[] = []
  const write = async (writer: number) => {
    const owner = as(server.origin, await tokenFor())
    for (let n = 0; n < 500 && !stopping.signal.aborted; n++) {
      const picture = await owner.send<AttachmentReply>('POST', '/v1/attachments', fileForm(png()))
      const body = { ...draft, screenshot: { attachments: [picture.body.id], links: [] } }
      const ticket = await owner.send<SubmittedReply>('POST', '/v1/tickets', body, { key: `${writer}-${n}` })
      if (ticket.status === 201) sent.push({ ticket: ticket.body, picture: picture.body })
      for (const { wake } of waiting.filter((one) => sent.length >= one.for)) wake()
    }
  }
  const writing = Promise.all(Array.from({ length: count }, (_, writer) => write(writer)))
  return {
    sent,
    acknowledged: (number: number) => new Promise<void>((wake) => waiting.push({ for: number, wake })),
    async stop() {
      stopping.abort()
      await writing
    },
  }
}

/** Every acknowledged ticket is there with the bytes of its picture. */
async function expectAll(server: ServerProcess, sent: readonly Sent[]) {
  const staff = as(server.origin, staffToken)
  for (const { ticket, picture } of sent) {
    expect((await staff.get(`/v1/staff/tickets/${ticket.id}`)).body).toMatchObject({ number: ticket.number })
    const { status, headers } = await staff.get(`/v1/staff/attachments/${picture.id}`)
    expect({ status, size: Number(headers.get('content-length')) }).toEqual({ status: 200, size: picture.size })
  }
}

describe('a backup', () => {
  const [old, copy] = [temporaryFolder(), temporaryFolder()]
  const backup = join(copy.path, 'monday')
  let sent: Sent[]

  afterAll(() => {
    old.remove()
    copy.remove()
  })

  it('is taken while owners write', async () => {
    const server = await startServerProcess(old.path, { BILET_LOG_LEVEL: 'warn' })
    const load = writers(server, 4)
    await load.acknowledged(40)
    sent = [...load.sent]
    const { code, out } = await runCliProcess(old.path, ['backup', backup])
    const during = load.sent.length - sent.length
    await load.stop()
    await server.stop()
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('the database and') })
    expect(during).toBeGreaterThan(0)
  }, 60_000)

  it('holds every ticket acknowledged before it began, with its picture', async () => {
    const fresh = temporaryFolder()
    expect(await runCli(fresh.path, ['restore', backup])).toMatchObject({ code: 0 })
    const server = await startServerProcess(fresh.path, { BILET_LOG_LEVEL: 'warn' })
    await expectAll(server, sent)
    const anew = await as(server.origin, await tokenFor()).send('POST', '/v1/tickets', draft, { key: 'after' })
    expect(anew.status).toBe(201)
    const found = await as(server.origin, staffToken).get<{ items: unknown[] }>('/v1/staff/tickets?q=письмо')
    expect(found.body.items.length).toBeGreaterThan(0)
    await server.stop()
    fresh.remove()
  }, 60_000)

  it('goes into another kind of storage too', async () => {
    const [fresh, bucket] = [temporaryFolder(), await openTestS3('bilet')]
    const settings = { BILET_STORAGE_URL: bucket.url(), BILET_LOG_LEVEL: 'warn' }
    expect(await runCli(fresh.path, ['restore', backup], settings)).toMatchObject({ code: 0 })
    const server = await startServerProcess(fresh.path, settings)
    await expectAll(server, sent.slice(0, 10))
    await server.stop()
    await bucket.close()
    fresh.remove()
  }, 60_000)

  it('is never put over a desk, nor over another backup', async () => {
    expect(await runCli(old.path, ['restore', backup])).toMatchObject({
      code: 1,
      err: expect.stringContaining('not empty'),
    })
    expect(await runCli(old.path, ['backup', backup])).toMatchObject({
      code: 1,
      err: expect.stringContaining('already'),
    })
  })

  it('is drilled as docs/operations.md says', () => {
    const docs = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8')
    const [, lines = ''] = /## A drill[^`]*```sh\n([\s\S]*?)```/.exec(docs) ?? []
    const asked = `npm() { shift 3; '${process.execPath}' '${builtCli}' "$@"; }\n${lines}`
    const env = { PATH: process.env['PATH'] }
    const { stdout, status } = spawnSync('sh', ['-e'], { cwd: old.path, env, input: asked, encoding: 'utf8' })
    const [before, ...rest] = stdout.trim().split('\n')
    expect({ status, after: rest.at(-1) }).toEqual({ status: 0, after: before })
    expect(Number(before)).toBeGreaterThanOrEqual(sent.length)
    expect(rest.filter((line) => line.includes('and the database, as of'))).toHaveLength(2)
  }, 120_000)

  it('that was broken off is not taken for one', async () => {
    const broken = temporaryFolder()
    const { code, err } = await runCli(broken.path, ['restore', old.path])
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('holds no backup') })
    expect(existsSync(join(broken.path, 'data', 'bilet.db'))).toBe(false)
    writeFileSync(join(broken.path, 'backup.json'), '{"format":1,"madeAt":"20')
    expect((await runCli(broken.path, ['restore', broken.path])).err).toContain('backup.json is damaged')
    broken.remove()
  })

  it('of PostgreSQL asks for its own dump first', async () => {
    const folder = temporaryFolder()
    const settings = { BILET_DATABASE_URL: 'postgres://bilet@db.invalid/bilet', BILET_STORAGE_URL: 'memory:' }
    const { code, err } = await runCli(folder.path, ['backup', join(folder.path, 'tuesday')], settings)
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('tuesday/bilet.dump') })
    folder.remove()
  })
})
