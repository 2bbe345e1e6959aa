// The commands that work on a desk beside the running server.
import { existsSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SubmittedReply } from '@bilet/shared/replies'
import { ownerId } from '../src/tickets/requester.ts'
import { parseIdentityKeys } from '../src/identity-keys.ts'
import { as, draft, owner, tokenFor } from './support/over-http.ts'
import { runCli } from './support/run-cli.ts'
import { startServerProcess } from './support/server-process.ts'
import type { ServerProcess } from './support/server-process.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

let server: ServerProcess
const folder = temporaryFolder()
const run = (...args: string[]) => runCli(folder.path, args)

const idOf = (userId: string) => ownerId({ ...owner, userId })

const submit = async (userId: string, subject: string) =>
  as(server.origin, await tokenFor({ ...owner, userId })).send<SubmittedReply>(
    'POST',
    '/v1/tickets',
    { ...draft, subject },
    { key: userId },
  )

beforeAll(async () => {
  server = await startServerProcess(folder.path)
})
afterAll(async () => {
  await server.stop('SIGKILL')
  folder.remove()
})

describe('every command', () => {
  const names = ['staff token create', 'key create', 'export', 'erase', 'migrate', 'backup', 'restore']

  it.each(names)('%s tells how it is used', async (name) => {
    const { code, out } = await run(...name.split(' '), '--help')
    expect(code).toBe(0)
    expect(out).toContain(`npm run bilet -- ${name}`)
  })

  it.each([
    [['staff', 'token', 'create'], '<name> is missing'],
    [['staff', 'token', 'create', 'Anna', '--scope', 'read,root'], '--scope'],
    [['export', '--format', 'xml'], '--format: expected ndjson or csv'],
    [['export', '--filter', 'status=old'], '--filter: status'],
    [['erase'], '--requester is missing'],
    [['backup'], '<folder> is missing'],
  ])('%j is told apart as a wrong call', async (args, says) => {
    const { code, err } = await run(...args)
    expect(code).toBe(2)
    expect(err).toContain(says)
    expect(err).toMatch(/^usage: npm run bilet -- \w+.* \[options\]$/m)
  })
})

describe('settings of a file', () => {
  const file = join(folder.path, 'bilet.env')
  const write = (...lines: string[]) => writeFileSync(file, lines.join('\n'))
  /** With nothing in the environment. */
  const runBy = async (path: string, ...args: string[]) => {
    const none = { BILET_DATABASE_URL: undefined, BILET_STORAGE_URL: undefined }
    return runCli(folder.path, [...args, '--env-file', path], none)
  }

  it('lead a command to the desk of the server', async () => {
    write(
      '# the desk',
      '',
      `BILET_DATABASE_URL=sqlite:${folder.path}/data/bilet.db`,
      `BILET_STORAGE_URL="fs:${folder.path}/data/blobs"`,
    )
    const { code, out } = await runBy(file, 'staff', 'token', 'create', 'Olga', '--scope', 'read')
    expect(code).toBe(0)
    expect((await as(server.origin, out.trim()).get('/v1/staff/tickets')).status).toBe(200)
  })

  it('that are misspelt, or cannot be read, are named', async () => {
    write('BILLET_DATABASE_URL=sqlite:x.db')
    expect(await runBy(file, 'migrate')).toMatchObject({ code: 1, err: expect.stringContaining('BILLET_DATABASE_URL') })
    expect(await runBy(`${file}.none`, 'migrate')).toMatchObject({
      code: 1,
      err: expect.stringContaining('cannot be read'),
    })
  })
})

describe('key create', () => {
  it('makes a key that the settings take as it is', async () => {
    const { code, out } = await run('key', 'create', '--kid', '2026')
    expect(code).toBe(0)
    const [, value] = out.trim().split('BILET_IDENTITY_KEYS=')
    expect(parseIdentityKeys(value).get('2026')).toHaveLength(32)
  })
})

describe('token make and token check', () => {
  const secret = randomBytes(32)
  const env = { BILET_IDENTITY_KEYS: `k1:${secret.toString('base64')}` }
  const runWith = (...args: string[]) => runCli(folder.path, args, env)
  const sign = (claims: Record<string, unknown>, key: Uint8Array = secret, kid = 'k1') =>
    new SignJWT({ aud: 'bilet', iss: 'shop', sub: 'u1', shop: 's1', plan: 'free', ...claims })
      .setProtectedHeader({ alg: 'HS256', kid })
      .sign(key)
  const now = Math.floor(Date.now() / 1000)

  it('make a token that the desk takes, and say whose it is', async () => {
    const { out } = await runWith('token', 'make', '--shop', 'samovar', '--plan', 'premium', '--user', 'marina')
    expect(await runWith('token', 'check', out.trim())).toMatchObject({
      code: 0,
      out: 'taken: user marina of shop samovar, plan premium\n',
    })
  })

  it.each<[string, () => Promise<string>, RegExp]>([
    ['an audience of another', () => sign({ aud: 'x', iat: now, exp: now + 60 }), /aud is "x"\naud is "bilet"/],
    ['milliseconds', () => sign({ iat: now * 1000, exp: (now + 60) * 1000 }), /seconds since 1970|compare `date -u`/],
    [
      'a secret as text',
      () => sign({ iat: now, exp: now + 60 }, Buffer.from(secret.toString('base64'))),
      /decode it from base64/,
    ],
    ['a key that is not known', () => sign({ iat: now, exp: now + 60 }, secret, 'k2'), /the part before the colon/],
    ['a plan that is none', () => sign({ plan: 'gold', iat: now, exp: now + 60 }), /plan of the policy/],
    ['a user that is a number', () => sign({ sub: 7, iat: now, exp: now + 60 }), /as text and not as a number/],
    ['a long life', () => sign({ iat: now, exp: now + 3600 }), /at most 900 after iat/],
    ['age', () => sign({ iat: now - 900, exp: now - 300 }), /no-store/],
    ['nothing of a token', () => Promise.resolve('hello'), /Three parts/],
  ])('say of %s what to do about it', async (_case, token, says) => {
    const { code, err } = await runWith('token', 'check', await token())
    expect(code).toBe(1)
    expect(err).toMatch(says)
  })

  it('say of a clock that it runs ahead while it is still forgiven', async () => {
    const { code, err } = await runWith('token', 'check', await sign({ iat: now + 50, exp: now + 300 }))
    expect(code).toBe(0)
    expect(err).toMatch(/made \d+ s in the future: the clock of your backend runs ahead/)
  })

  it('ask for a key where there is none', async () => {
    const { code, err } = await runCli(folder.path, ['token', 'make', '--shop', 's', '--plan', 'free'])
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('key create') })
  })
})

describe('staff token create', () => {
  it('prints a token that opens the running desk, within its scope', async () => {
    const { code, out } = await run('staff', 'token', 'create', 'Anna', '--scope', 'read')
    expect(code).toBe(0)
    const staff = as(server.origin, out.trim())
    expect((await staff.get('/v1/staff/tickets')).status).toBe(200)
    expect((await staff.get('/v1/staff/tokens')).status).toBe(403)
  })

  it('adds up scopes that are given one by one', async () => {
    const { out } = await run('staff', 'token', 'create', 'Oleg', '--scope', 'read', '--scope', 'admin')
    expect((await as(server.origin, out.trim()).get('/v1/staff/tokens')).status).toBe(200)
  })

  it('makes no desk where there is none', async () => {
    const elsewhere = join(folder.path, 'elsewhere.db')
    const { code, err } = await runCli(folder.path, ['staff', 'token', 'create', 'Anna', '--scope', 'read'], {
      BILET_DATABASE_URL: `sqlite:${elsewhere}`,
    })
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(`there is no database ${elsewhere}`) })
    expect(existsSync(elsewhere)).toBe(false)
  })
})

describe('export', () => {
  it('writes the tickets that the filter names, as CSV or NDJSON', async () => {
    await submit('u1', 'Первый вопрос о доставке')
    await submit('u2', '=cmd() второй вопрос')
    const all = (await run('export')).out.trim().split('\n')
    expect(all.map((line) => JSON.parse(line).requester)).toEqual([idOf('u1'), idOf('u2')])
    const { out } = await run('export', '--format', 'csv', '--filter', `requester=${idOf('u2')}`)
    expect(out.split('\r\n')).toHaveLength(3)
    expect(out).toContain("'=cmd() второй вопрос")
  })
})

describe('erase', () => {
  it('erases the person once, and says that nothing is known of them then', async () => {
    await submit('u3', 'Третий вопрос о доставке')
    expect(await run('erase', '--requester', idOf('u3'))).toMatchObject({
      code: 0,
      out: 'erased: 1 tickets, 0 pictures\n',
    })
    const again = await run('erase', '--requester', idOf('u3'))
    expect(again).toMatchObject({ code: 1, err: 'bilet: nothing is known of such a person\n' })
    expect((await run('export', '--filter', `requester=${idOf('u3')}`)).out).toBe('')
  })
})

describe('migrate', () => {
  it('says the schema that the database has then', async () => {
    expect(await run('migrate')).toMatchObject({ code: 0, out: expect.stringMatching(/^schema \d+\n$/) })
  })

  it('names a setting that is wrong', async () => {
    const { code, err } = await runCli(folder.path, ['migrate'], { BILET_DATABASE_URL: 'mysql://nowhere' })
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('BILET_DATABASE_URL') })
  })
})
