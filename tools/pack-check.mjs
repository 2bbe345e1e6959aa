// `npm run pack:check`: the bundle as the container runs it. Root: in a file system that holds Node, its libraries and
// the bundle alone, as a user who owns nothing but the data, with the bundle not writable. Otherwise: unpacked, as it is.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { createChecks } from './lib/checks.mjs'
import { fail, root } from './lib/process.mjs'

/** The user of the container. */
const user = 65532
const isRoot = process.getuid?.() === 0
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
const archive = join(root, `bilet-${version}.tgz`)
if (!existsSync(archive)) fail('There is no bundle: npm run pack')

const place = mkdtempSync(join(tmpdir(), 'bilet-pack-'))
const inside = (path) => (isRoot ? path : join(place, path))

chmodSync(place, 0o755)
execFileSync('tar', ['-xzf', archive, '-C', place])
for (const folder of ['data', 'tmp', 'etc']) mkdirSync(join(place, folder))
const settings = [
  `BILET_IDENTITY_KEYS=2026:${randomBytes(32).toString('base64')}`,
  `BILET_DATABASE_URL=sqlite:${inside('/data/bilet.db')}`,
  `BILET_STORAGE_URL=fs:${inside('/data/blobs')}`,
  'PORT=0',
]
writeFileSync(join(place, 'etc/bilet.env'), settings.join('\n'))
if (isRoot) {
  const node = realpathSync(process.execPath)
  const libraries = [node, ...nativeParts()].flatMap(librariesOf)
  for (const file of libraries) put(file, file)
  put(node, '/usr/bin/node')
  for (const folder of ['data', 'tmp']) chownSync(join(place, folder), user, user)
}

/** Of glibc: parts for musl name what is not here. */
function librariesOf(file) {
  const { stdout } = spawnSync('ldd', [file])
  return stdout.toString().match(/\/lib\S+/g) ?? []
}

function nativeParts() {
  const found = execFileSync('find', [join(place, 'bilet'), '-name', '*.node', '-path', '*gnu*'])
  return found.toString().split('\n').filter(Boolean)
}

function put(from, to) {
  const target = join(place, to)
  mkdirSync(dirname(target), { recursive: true })
  copyFileSync(realpathSync(from), target)
}

const node = (...args) =>
  isRoot ? ['chroot', `--userspec=${user}:${user}`, place, '/usr/bin/node', ...args] : [process.execPath, ...args]
const env = { PATH: process.env.PATH }
const flags = ['--env-file', inside('/etc/bilet.env')]

const [command, ...args] = node(inside('/bilet/server.js'), ...flags)
const server = spawn(command, args, { env, cwd: place })
let said = ''
server.stderr.on('data', (chunk) => (said += chunk))
const origin = await new Promise((resolve) => {
  server.stdout.on('data', (chunk) => {
    said += chunk
    const found = /listens at (http:\S+),/.exec(said)?.[1]
    if (found) resolve(found)
  })
  server.once('exit', () => resolve(undefined))
})

const { check, failures } = createChecks()

check('the server starts', origin !== undefined)
if (origin) {
  const status = async (path) => (await fetch(`${origin}${path}`)).status
  check('it is alive and ready', (await status('/healthz')) === 200 && (await status('/readyz')) === 200)
  check('it serves the widget', (await status('/bilet.js')) === 200)
  const [cli, ...words] = node(inside('/bilet/cli.js'), 'staff', 'token', 'create', 'anna', '--scope', 'read', ...flags)
  const token = spawnSync(cli, words, { env, cwd: place }).stdout.toString().trim()
  const staff = await fetch(`${origin}/v1/staff/tickets`, { headers: { Authorization: `Bearer ${token}` } })
  check('the command line makes a token for the same desk', staff.status === 200)
}
server.kill()
const code = await new Promise((resolve) =>
  server.exitCode === null ? server.once('exit', resolve) : resolve(server.exitCode),
)
check('it ends cleanly', code === 0)
const megabytes = Number(execFileSync('du', ['-sm', place]).toString().split('\t')[0])
check(
  `all of it, ${isRoot ? 'with Node and its libraries' : 'without Node'}, is ${megabytes} MB: at most 200`,
  megabytes <= 200,
)
rmSync(place, { recursive: true })
if (failures.length > 0) fail(said)
