// The doors between rooms are held by the linter (.oxlintrc.json): each forbidden import is seen to be refused.
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const program = join(root, 'node_modules/.bin/oxlint')

/** Rooms of the server, whichever there are: the demo is behind a door from each. */
const rooms = readdirSync(join(root, 'server/src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** A file, what it imports, and whether that is refused. */
const cases: [file: string, line: string, isRefused: boolean][] = [
  ['shared/src/rules/steps.ts', `import { splitQuestions } from '../../../server/src/triage/split-questions.ts'`, true],
  ['shared/src/ticket.ts', `import type { Api } from '@bilet/server/app'`, true],
  ['server/src/routes/tickets.ts', `import { sql } from 'kysely'`, true],
  ['server/src/routes/tickets.ts', `import { createStorage } from 'unstorage'`, true],
  ['server/src/routes/tickets.ts', `import { fts5 } from '../tickets/store/fts5.ts'`, true],
  ['server/src/routes/tickets.ts', `import { submitTicket } from '../tickets/submission.ts'`, false],
  ['server/src/tickets/submission.ts', `import { Refusal } from '../http/problem.ts'`, true],
  ['server/src/tickets/submission.ts', `import type { Deps } from '../deps.ts'`, true],
  ['server/src/tickets/submission.ts', `import { createTicketStore } from './store/sql-ticket-store.ts'`, true],
  ['server/src/tickets/store/submit.ts', `import type { Database } from '../../database/database.ts'`, false],
  ['server/src/search/rank/rank.ts', `import { toTime } from '../../tickets/owner-view.ts'`, true],
  ['server/src/triage/check-draft.ts', `import { createSqlite } from '../database/sqlite/sqlite.ts'`, true],
  ['server/src/database/migrate.ts', `import type { Ticket } from '../tickets/ticket.ts'`, true],
  ['server/src/create-deps.ts', `import { openDemo } from '../demo/host/open-demo.ts'`, true],
  ['server/src/cli/main.ts', `const demo = await import('../../demo/host/open-demo.ts')`, true],
  ['server/src/node/entry-node.ts', `const demo = await import('../../demo/host/open-demo.ts')`, false],
  ['widget/src/panel/models/draft.ts', `import { Field } from '../views/ticket/field.tsx'`, true],
  ['widget/src/panel/models/draft.ts', `import { h } from 'preact'`, true],
  ['widget/src/panel/api.ts', `import { createApp } from '@bilet/server/app'`, true],
  ['widget/src/panel/api.ts', `import type { Api } from '@bilet/server/app'`, false],
  ['widget/src/badge/badge.ts', `import { createApp } from '@bilet/server/app'`, true],
  ['widget/src/embed/index.ts', `import { createApp } from '@bilet/server/app'`, true],
  ['server/src/webhooks/address.ts', `import { Refusal } from '../http/problem.ts'`, true],
  ['server/src/retention/sweep.ts', `import type { Deps } from '../deps.ts'`, true],
  ['server/src/limits/limits.ts', `import { Refusal } from '../http/problem.ts'`, true],
  ['server/inbox/src/models/queue.ts', `import { TicketRow } from '../views/queue/row.tsx'`, true],
  ['server/inbox/src/models/queue.ts', `import { h } from 'preact'`, true],
  ['server/inbox/src/models/queue.ts', `import { queryOf } from './views.ts'`, false],
  ['server/inbox/src/views/names.ts', `import { toTime } from '../../../src/util/time.ts'`, true],
  ['server/inbox/src/views/names.ts', `import type { Api } from '@bilet/server/app'`, false],
  ...rooms.map((room): [string, string, boolean] => [
    `server/src/${room}/door.ts`,
    `import { openDemo } from '../../demo/host/open-demo.ts'`,
    true,
  ]),
]

/** The rules that the linter names for each file of the tree. */
async function lint(files: Record<string, string>): Promise<Map<string, string[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'bilet-doors-'))
  try {
    await copyFile(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
    for (const [path, code] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), `${code}\n`)
    }
    const output = await new Promise<string>((resolve) =>
      execFile(program, ['--format=json'], { cwd: folder }, (_error, stdout) => resolve(stdout)),
    )
    const told: { diagnostics: { code: string; filename: string }[] } = JSON.parse(output)
    const rules = new Map<string, string[]>()
    for (const { code, filename } of told.diagnostics) rules.set(filename, [...(rules.get(filename) ?? []), code])
    return rules
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Each case is a file of its own; entry-node alone must keep its name, which the door is made for. */
const pathOf = (file: string, at: number) =>
  file.endsWith('entry-node.ts') ? file : file.replace(/(\.tsx?)$/, `-${at}$1`)

it('refuses an import that goes the wrong way, and no other', async () => {
  const rules = await lint(Object.fromEntries(cases.map(([file, line], at) => [pathOf(file, at), line])))
  const isRefused = (file: string, at: number) =>
    rules.get(pathOf(file, at))?.includes('eslint(no-restricted-imports)') ?? false
  expect(cases.map(([file, line], at) => [file, line, isRefused(file, at)])).toEqual(cases)
})

it('refuses a circle, of types too', async () => {
  const rules = await lint({
    'server/src/util/one.ts': `import type { Two } from './two.ts'\n\nexport type One = { two: Two }`,
    'server/src/util/two.ts': `import type { One } from './one.ts'\n\nexport type Two = { one: One }`,
    'server/src/util/three.ts': `import type { One } from './one.ts'\n\nexport type Three = { one: One }`,
  })
  expect(
    [...rules]
      .filter(([, codes]) => codes.includes('import(no-cycle)'))
      .map(([file]) => file)
      .toSorted(),
  ).toEqual(['server/src/util/one.ts', 'server/src/util/two.ts'])
})

it('leaves the demo one way in: a dynamic import where the server begins', () => {
  const code = readFileSync(join(root, 'server/src/node/entry-node.ts'), 'utf8')
  expect(code.match(/^.*demo\/host.*$/gm)).toEqual([
    expect.stringContaining(`await import('../../demo/host/open-demo.ts')`),
  ])
})
