// Every snippet of docs/embedding.md that makes a token, as it stands there, against the real server; and each of them
// with the mistakes that integrators make.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SupportReply } from '@bilet/shared/replies'
import { hasInterpreter } from './support/interpreters.ts'
import type { Interpreter } from './support/interpreters.ts'
import { call, settings } from './support/over-http.ts'
import { startServerProcess } from './support/server-process.ts'
import type { ServerProcess } from './support/server-process.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const docs = readFileSync(new URL('../../docs/embedding.md', import.meta.url), 'utf8')
const [kid, secret] = Object.entries(JSON.parse(settings.BILET_IDENTITY_KEYS) as Record<string, string>)[0] ?? []

/** The code below a heading. */
function snippetOf(heading: string): string {
  const [, code] = new RegExp(`^### ${heading}\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\`$`, 'm').exec(docs) ?? []
  if (!code) throw new Error(`docs/embedding.md has no snippet for ${heading}`)
  return code
}

type Backend = {
  file: string
  command: (path: string) => string[]
  /** What the backend around the snippet has: its user, its shop, and the answer that it gives. */
  around: (code: string) => string
  /** The place where the secret is decoded, and the code without. */
  undecoded: [from: string | RegExp, to: string]
  interpreter?: Interpreter
}

const backends: Record<string, Backend> = {
  PHP: {
    file: 'token.php',
    command: (path) => ['php', path],
    around: (code) =>
      code.replace(
        /^<\?php.*\n/,
        "<?php $user = ['id' => 7, 'email' => 'anna@shop.example']; $shop = ['id' => 42, 'plan' => 'premium'];\n",
      ),
    undecoded: ['base64_decode($secret)', '$secret'],
    interpreter: 'php',
  },
  Node: {
    file: 'token.mjs',
    command: (path) => [process.execPath, path],
    around: (code) =>
      `${code}\nconsole.log(JSON.stringify({ token: biletToken({ id: 7, email: 'anna@shop.example' }, { id: 42, plan: 'premium' }) }))`,
    undecoded: ["Buffer.from(secret, 'base64')", 'secret'],
  },
  Python: {
    file: 'token_of.py',
    command: (path) => ['python3', path],
    around: (code) =>
      `${code}\nprint(json.dumps({"token": bilet_token({"id": 7, "email": "anna@shop.example"}, {"id": 42, "plan": "premium"})}))`,
    undecoded: ['base64.b64decode(secret)', 'secret.encode()'],
    interpreter: 'python3',
  },
  Ruby: {
    file: 'token.rb',
    command: (path) => ['ruby', path],
    around: (code) =>
      `${code}\nputs({ token: bilet_token({ id: 7, email: "anna@shop.example" }, { id: 42, plan: "premium" }) }.to_json)`,
    undecoded: ['Base64.decode64(secret)', 'secret'],
    interpreter: 'ruby',
  },
  Go: {
    file: 'token.go',
    command: (path) => ['go', 'run', path],
    around: (code) =>
      `${code}\nfunc main() {\n\tjson.NewEncoder(os.Stdout).Encode(map[string]string{"token": biletToken("7", "42", "premium", "anna@shop.example")})\n}\n`,
    undecoded: ['key, _ := base64.StdEncoding.DecodeString(secret)', 'key := []byte(secret)'],
    interpreter: 'go',
  },
}

/** Of Ruby and Go what this machine can have; PHP, Node and Python always. */
const required = new Set(['PHP', 'Node', 'Python'])
const present = Object.entries(backends).filter(
  ([name, { interpreter }]) => required.has(name) || !interpreter || hasInterpreter(interpreter),
)

describe.each(present)('a backend in %s', (name, backend) => {
  const folder = temporaryFolder()
  let server: ServerProcess

  beforeAll(async () => {
    if (backend.interpreter && !hasInterpreter(backend.interpreter)) throw new Error(`install ${backend.interpreter}`)
    server = await startServerProcess(folder.path)
  }, 300_000)
  afterAll(async () => {
    await server.stop()
    folder.remove()
  })

  function tokenOf(...[from, to]: [] | [from: string | RegExp, to: string]) {
    const code = backend.around(snippetOf(name))
    const changed = from === undefined ? code : code.replace(from, to ?? '')
    if (from !== undefined && changed === code) throw new Error(`the snippet has no ${String(from)}`)
    const path = join(folder.path, backend.file)
    writeFileSync(path, changed)
    const [command = '', ...args] = backend.command(path)
    const env = { PATH: process.env['PATH'], HOME: folder.path, BILET_KEY: `${kid}:${secret}` }
    const { stdout, stderr } = spawnSync(command, args, { env, encoding: 'utf8' })
    expect(stderr).toBe('')
    return (JSON.parse(stdout) as { token: string }).token
  }

  const ask = (token: string) => call<SupportReply>(`${server.origin}/v1/support`, { token })

  it('signs its owner in, with plan and address', async () => {
    const { status, body } = await ask(tokenOf())
    expect(status).toBe(200)
    expect(body.caller).toMatchObject({ kind: 'owner', plan: 'premium', email: 'anna@shop.example' })
  }, 120_000)

  it.each<[string, () => [from: string | RegExp, to: string], RegExp]>([
    ['uses the secret as text', () => backend.undecoded, /signature was not made with the key/],
    ['makes tokens for an hour', () => [/600/, '3600'], /it lives 3600 s, more than 900/],
    ['writes the plan in capitals', () => [/(["'])premium\1/, '"Premium"'], /plan is \\"Premium\\", not one of/],
    ['names another audience', () => [/(["'])bilet\1/, '"my-shop"'], /aud is \\"my-shop\\"/],
    ['has a clock that is two minutes fast', () => clockOf(name), /iat is 1\d\d s ahead of the desk's clock/],
  ])(
    'that %s is told so by the log of the desk, and the page by a code alone',
    async (_case, mistake, reason) => {
      const token = tokenOf(...mistake())
      const { status, body } = await call(`${server.origin}/v1/support`, { token })
      expect({ status, code: body['code'], detail: body['detail'] }).toEqual({
        status: 401,
        code: 'token_invalid',
        detail: undefined,
      })
      await expect.poll(() => server.output()).toMatch(reason)
      await expect
        .poll(() => server.output())
        .toMatch(/"route":"\/v1\/support","status":401,"ms":\d+,"code":"token_invalid"/)
      expect(server.output()).not.toContain(token)
    },
    120_000,
  )
})

/** Where each language asks what time it is, and the same two minutes on. */
function clockOf(name: string): [from: string | RegExp, to: string] {
  const now: Record<string, [string | RegExp, string]> = {
    PHP: [/time\(\)/g, '(time() + 120)'],
    Node: ['Date.now() / 1000', 'Date.now() / 1000 + 120'],
    Python: ['time.time()', 'time.time() + 120'],
    Ruby: ['Time.now.to_i', 'Time.now.to_i + 120'],
    Go: ['time.Now().Unix()', 'time.Now().Unix() + 120'],
  }
  return now[name] ?? ['', '']
}
