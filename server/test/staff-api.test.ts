// docs/staff-api.md as it stands there: its twenty calls, one after another, by curl against the real server.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { StaffEvent } from '@bilet/shared/staff-replies'
import type { StaffTicket } from '@bilet/shared/staff-replies'
import { png } from '../src/attachments/image/test-pictures.ts'
import { as, call, draft, staffToken, tokenFor } from './support/over-http.ts'
import { startServerProcess } from './support/server-process.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const docs = readFileSync(new URL('../../docs/staff-api.md', import.meta.url), 'utf8')
const blocks = [...docs.matchAll(/```sh\n([\s\S]*?)```/g)]
  .map(([, code = '']) => code)
  .filter((code) => /^api/m.test(code))
const numbers = blocks.flatMap((code) => [...code.matchAll(/# (\d+)\./g)].map(([, number]) => Number(number)))
const hasCurl = spawnSync('curl', ['--version']).status === 0

it.skipIf(!hasCurl)(
  'leads through a day in twenty calls',
  async () => {
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    const folder = temporaryFolder()
    const server = await startServerProcess(folder.path)
    onTestFinished(async () => {
      await server.stop()
      folder.remove()
    })
    const staff = as(server.origin, staffToken)
    writeFileSync(join(folder.path, 'screen.png'), png())
    await staff.send('PUT', '/v1/staff/articles/domain', { title: 'Домен', lang: 'ru', markdown: 'Откройте «Домены».' })
    const ids: Record<string, string> = {}
    for (const name of ['ID', 'BANK', 'ONE', 'TWO', 'MANY', 'AGAIN']) {
      const sent = { token: await tokenFor(), key: name, body: { ...draft, subject: `${draft.subject} ${name}` } }
      ids[name] = (await call<{ id: string }>(`${server.origin}/v1/tickets`, sent)).body.id
    }

    const [opening = ''] = /^H=[\s\S]*?\n\n/m.exec(docs) ?? []
    const env: Record<string, string | undefined> = { PATH: process.env['PATH'], TOKEN: staffToken, ...ids }
    const script = (code: string) => `${opening.replace('https://HOST', server.origin)}\n${code.replace(opening, '')}`
    const run = (code: string) =>
      execFileSync('sh', ['-e'], { cwd: folder.path, env, input: script(code), encoding: 'utf8' })

    const isEndless = (code: string) => code.includes('api -N')
    for (const code of blocks.filter((one) => !isEndless(one)))
      env['PICTURE'] = /"id":"([^"]+)","name":"screen\.png"/.exec(run(code))?.[1] ?? env['PICTURE']
    const heard = await firstOf(script(blocks.find(isEndless) ?? ''), env)
    const [, data = ''] = /^event: submitted\ndata: (\{.*\})$/m.exec(heard) ?? []
    expect(StaffEvent.parse(JSON.parse(data))).toMatchObject({ kind: 'submitted', ticket: { id: ids['ID'] } })

    const now = async (name: string) => (await staff.get<StaffTicket>(`/v1/staff/tickets/${ids[name]}`)).body
    expect(await now('ID')).toMatchObject({ status: 'resolved', assignee: 'Анна', tags: ['dns'] })
    expect((await now('ID')).history.map(({ kind }) => kind).join(' ')).toBe(
      'submitted changed message changed message changed decision message decision',
    )
    for (const name of ['ONE', 'TWO', 'AGAIN']) expect(await now(name)).toMatchObject({ status: 'resolved' })
    expect(await now('BANK')).toMatchObject({ status: 'refused' })
    expect((await now('MANY')).otherTickets?.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining(['Баннер', 'Звонок']),
    )
  },
  60_000,
)

/** What a command that goes on for ever says first. */
async function firstOf(code: string, env: Record<string, string | undefined>): Promise<string> {
  const shell = spawn('sh', ['-e', '-c', code], { env, detached: true })
  let said = ''
  for await (const chunk of shell.stdout) {
    said += String(chunk)
    if (said.includes('\ndata: ')) break
  }
  if (shell.pid !== undefined) process.kill(-shell.pid)
  await once(shell, 'exit')
  return said
}
