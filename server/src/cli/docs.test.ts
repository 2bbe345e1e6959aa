import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { folderOf } from '../articles/import/test-import.ts'
import { page, testSite } from '../articles/import/site/test-site.ts'
import { docsImport } from './docs-import.ts'
import { docsList } from './docs-list.ts'
import { runCommand } from './run-command.ts'

const commands = [docsImport, docsList]

/** A desk of its own; `run` gives what a person would see. */
async function desk({ isTerminal = false } = {}) {
  const storage = await folderOf({})
  return async (...argv: string[]) => {
    const [out, err, drawn]: string[][] = [[], [], []]
    const code = await runCommand(commands, argv, {
      env: { BILET_STORAGE_URL: `fs:${storage}` },
      out: (line) => out?.push(line),
      err: (line) => err?.push(line),
      draw: isTerminal ? (text) => drawn?.push(text) : undefined,
      signal: new AbortController().signal,
    })
    return { code, out: out?.join('\n'), err: err?.join('\n'), drawn }
  }
}

test('documentation is imported, and listed', async () => {
  const run = await desk()
  const folder = await folderOf({
    'pay.md': '---\ntitle: Оплата\nupdated: 2026-01-02\n---\nТекст',
    'bad.md': '---\n[\n---',
  })
  const imported = await run('docs', 'import', folder)
  expect(imported).toMatchObject({ code: 1, out: '1 added, 0 changed, 0 unchanged, 0 removed, 0 skipped, 1 failed' })
  expect(imported.err).toMatch(/^failed bad\.md: front matter: /)
  expect(await run('docs', 'list')).toMatchObject({
    code: 0,
    out: 'pay\tru\t2026-01-02T00:00:00.000Z\tОплата',
    err: '1 articles',
  })
})

test('what was pruned is named', async () => {
  const run = await desk()
  await run('docs', 'import', await folderOf({ 'a.md': 'Раз', 'b.md': 'Два' }))
  const pruned = await run('docs', 'import', await folderOf({ 'a.md': 'Раз' }), '--prune')
  expect(pruned).toMatchObject({
    err: 'removed b',
    out: '0 added, 0 changed, 1 unchanged, 1 removed, 0 skipped, 0 failed',
  })
})

test('a dry run tells what would change, shows three articles, and changes nothing', async () => {
  const run = await desk()
  const folder = await folderOf(
    Object.fromEntries([1, 2, 3, 4].map((at) => [`page-${at}.md`, `# Статья ${at}\n\nСлова ${at}.`])),
  )
  const { code, out, err } = await run('docs', 'import', folder, '--dry-run')
  expect([code, out]).toEqual([0, '4 added, 0 changed, 0 unchanged, 0 removed, 0 skipped, 0 failed'])
  expect(err?.match(/— Статья/g)).toHaveLength(3)
  expect(err).toContain('  Слова 1.')
  expect((await run('docs', 'list')).err).toBe('0 articles')
})

test('a report shows every file, what became of it, and what readers will miss', async () => {
  const run = await desk()
  const folder = await folderOf({
    'a.md': '# Оплата <b>\n\n{{< price >}} [прайс](price.xlsx) :::',
    'b.md': '---\ndraft: true\n---\nСкоро',
  })
  const file = `${await folderOf({})}/report.html`
  expect((await run('docs', 'import', folder, '--report', file)).code).toBe(0)
  const written = await readFile(file, 'utf8')
  for (const words of [
    'a.md',
    'Оплата',
    'dead link: price.xlsx',
    'left out: {{&lt; price &gt;}}',
    'leak: :::',
    'b.md',
    'a draft',
  ])
    expect(written).toContain(words)
  expect(written).not.toMatch(/<script|Оплата <b>/)
})

test('files left out for one reason are told as a number where they are many', async () => {
  const run = await desk()
  const pictures = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`p${at}.gif`, 'GIF']))
  const { out, err } = await run('docs', 'import', await folderOf({ 'a.md': 'Раз', 'b.txt': '', ...pictures }))
  expect(out).toBe('1 added, 0 changed, 0 unchanged, 0 removed, 10 skipped, 0 failed')
  expect(err).toContain('skipped 9 files: no document (.gif)')
  expect(err).toContain('skipped b.txt: no document (.txt)')
})

test('a site is imported, its progress is drawn on a terminal', async () => {
  const site = await testSite({ '/a': page('А'), '/b': page('Б') })
  const run = await desk({ isTerminal: true })
  const { code, drawn } = await run('docs', 'import', site.sitemap, '--allow-private', '--rate', '50')
  expect(code).toBe(0)
  expect(drawn?.[0]).toBe(`${'█'.repeat(12)}${'░'.repeat(12)} 1/2 ${site.origin}/a`)
  expect(drawn?.at(-1)).toBe('')
})

test('every command, every group and the whole explain themselves', async () => {
  const run = await desk()
  for (const words of [[], ['docs'], ['docs', 'import'], ['docs', 'list']]) {
    const { code, out } = await run(...words, '--help')
    expect([code, out]).toEqual([0, expect.stringContaining('npm run bilet --')])
  }
})

test.each([
  [[], /which command\? docs import, docs list/],
  [['docs'], /which command\?/],
  [['dcos', 'import'], /no command "dcos import"/],
  [['docs', 'import'], /<folder \| file\.jsonl \| sitemap URL> is missing/],
  [['docs', 'import', 'a', 'b'], /unexpected "b"/],
  [['docs', 'import', 'a', '--purge'], /Unknown option '--purge'/],
  [['docs', 'import', 'a', '--rate', 'fast'], /--rate: expected a number/],
  [['docs', 'import', 'a', '--flavour', 'word'], /--flavour: expected one of docusaurus, /],
  [['docs', 'import', 'a', '--published-at', 'help'], /--published-at: expected an address/],
])('bilet %j is answered by what is wrong with it', async (argv, message) => {
  const run = await desk()
  const { code, err } = await run(...argv)
  expect([code, err]).toEqual([2, expect.stringMatching(message)])
})

test('what cannot be read is one line and exit code 1', async () => {
  const run = await desk()
  expect(await run('docs', 'import', 'nowhere')).toMatchObject({
    code: 1,
    err: 'bilet: nowhere: no such file or folder',
  })
})

test('a setting that cannot be used is named', async () => {
  const err: string[] = []
  const io = {
    env: { BILET_STORAGE_URL: 'ftp:x' },
    out: () => {},
    err: (line: string) => err.push(line),
    signal: new AbortController().signal,
  }
  expect(await runCommand(commands, ['docs', 'list'], io)).toBe(1)
  expect(err).toEqual([expect.stringMatching(/^bilet: BILET_STORAGE_URL: /)])
})

test('a list of titles acts upon no terminal and turns no direction, whoever wrote them', async () => {
  const run = await desk()
  const title = String.raw`"\e[2J\e]0;owned\a\u202eОплата\u2066\r\nПодделка"`
  await run('docs', 'import', await folderOf({ 'pay.md': `---\ntitle: ${title}\n---\nТекст` }))
  const { out = '' } = await run('docs', 'list')
  expect(out).toContain('Оплата')
  expect(out.replaceAll('\t', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
})
