// Real documentation and real letters through a really started server.
import { readFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call } from './support/client.ts'
import { signIdentity, staffToken } from './support/identity.ts'
import { dataFolder, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'

const inProject = (relative: string) => fileURLToPath(new URL(`../${relative}`, import.meta.url))
const root = inProject('')
const letters = inProject('server/src/triage/train/tickets/development.jsonl')
const documentation = inProject('server/demo/docs')

type Letter = {
  id: string
  lang: 'ru' | 'uk' | 'en'
  subject: string
  description: string
  steps: string[]
  department: string
}

type Issue = { code: string; path: string }

const toCodes = (issues: Issue[]) => issues.map(({ code, path }) => ({ code, path }))

/** Forty letters, spread over the file so that all three languages are among them. */
function someLetters(): Letter[] {
  const all = readFileSync(letters, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Letter)
  const step = all.length / 40
  return Array.from({ length: 40 }, (_, index) => all[Math.floor(index * step)]).filter(
    (letter) => letter !== undefined,
  )
}

/** The letter as the widget would send it: a way out where the owner gave no steps, nothing to show. */
const toDraft = ({ lang, subject, description, steps, department }: Letter) => ({
  subject,
  description,
  steps,
  ...(steps.length === 0 && { noSteps: 'just_a_question' }),
  screenshot: { attachments: [], links: [], none: 'nothing_to_show' },
  department,
  locale: lang,
})

describe('real input', () => {
  let server: RunningServer
  let folder: Awaited<ReturnType<typeof dataFolder>>
  const owner = { sub: 'u-real', shop: 's-real', plan: 'standard' } as const

  beforeAll(async () => {
    folder = await dataFolder()
    server = await startServer(folder.path)
  }, 60_000)

  afterAll(async () => {
    await server?.stop()
    await folder?.remove()
  })

  it('imports the documentation of a whole product and answers from it at once', async () => {
    const cli = spawnSync(
      process.execPath,
      ['tools/run.mjs', 'server/src/cli/main.ts', 'docs', 'import', documentation],
      {
        cwd: root,
        env: { ...process.env, BILET_STORAGE_URL: `fs:${folder.path}/data/blobs` },
        encoding: 'utf8',
      },
    )
    expect(cli.stderr + cli.stdout).toMatch(/\b6\d\b/)
    expect(cli.status).toBe(0)
    await expect
      .poll(
        async () => {
          const { body } = await call<{ suggestions: { articleId: string }[] }>(`${server.origin}/v1/suggestions`, {
            body: { subject: 'поменять логотип', locale: 'ru' },
          })
          return body.suggestions.map(({ articleId }) => articleId)
        },
        { timeout: 10_000 },
      )
      .toContain('logo-and-favicon')
  }, 120_000)

  it('stores each letter that the rules allow, word for word, and refuses the others with the rule’s code', async () => {
    const outcomes: ('stored' | 'refused')[] = []
    for (const letter of someLetters()) {
      const draft = toDraft(letter)
      const blocks = await blocksOf(draft)
      const sent = await submit(draft, letter.id)
      const { subject, description, steps, department, lang } = letter
      const expected =
        blocks.length > 0
          ? { status: 422, kept: blocks }
          : { status: 201, kept: { subject, description, steps, department, locale: lang } }
      outcomes.push(blocks.length > 0 ? 'refused' : 'stored')
      expect({
        status: sent.status,
        kept: blocks.length > 0 ? toCodes(sent.body.issues) : await kept(sent.body.id),
      }).toEqual(expected)
    }
    expect(new Set(outcomes)).toEqual(new Set(['stored', 'refused']))
  }, 60_000)

  /** What the check says stops this draft. */
  async function blocksOf(draft: object) {
    const { body } = await call<{ findings: (Issue & { severity: string })[] }>(`${server.origin}/v1/tickets/check`, {
      token: signIdentity(owner),
      body: draft,
    })
    return toCodes(body.findings.filter(({ severity }) => severity === 'block'))
  }

  const submit = (draft: object, key: string) =>
    call<{ id: string; issues: Issue[] }>(`${server.origin}/v1/tickets`, {
      token: signIdentity(owner),
      body: draft,
      headers: { 'Idempotency-Key': key },
    })

  /** The words of a ticket as staff read them. */
  async function kept(id: string) {
    const { body } = await call<Omit<Letter, 'id' | 'lang'> & { locale: string }>(
      `${server.origin}/v1/staff/tickets/${id}`,
      { token: staffToken },
    )
    const { subject, description, steps, department, locale } = body
    return { subject, description, steps, department, locale }
  }
})
