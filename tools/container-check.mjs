// `npm run container:check`: the Dockerfile without a container engine and without a registry of images. Debian's buildah
// runs its steps in chroots; in place of the two images that it begins with stand a Debian made here with Node from npm,
// and the few packages of Debian that the other consists of. Root on Debian, with mounts allowed.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChecks, say } from './lib/checks.mjs'
import { isProgram, installPackages } from './lib/programs.mjs'
import { fail, root } from './lib/process.mjs'

const bases = { build: 'docker.io/library/node:22-bookworm-slim', run: 'gcr.io/distroless/cc-debian12:nonroot' }
/** What the second image is made of. */
const packages = ['base-files', 'tzdata', 'ca-certificates', 'libc6', 'libgcc-s1', 'libstdc++6']
const nonroot = 65532
const mostMegabytes = 200

const cache = join(root, '.cache/container')
const debian = join(cache, 'debian')
const read = (command, ...args) => execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1e8 }).trim()
const run = (command, ...args) => execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], cwd: root })
const storage = ['--root', join(cache, 'images'), '--runroot', join(cache, 'run'), '--storage-driver', 'vfs']
const buildah = (command, ...args) => read('buildah', ...storage, command, ...args)

if (process.getuid?.() !== 0) fail('The check makes file systems and enters them: run it as root.')
for (const program of ['buildah', 'debootstrap'])
  if (!(await isProgram(`/usr/bin/${program}`)) && !(await isProgram(`/usr/sbin/${program}`)))
    if (!(await installPackages('buildah', 'debootstrap')))
      fail(`${program} is needed, and can be had on Debian alone.`)
mkdirSync(cache, { recursive: true })

makeDebian()
makeImage(bases.build, debian)
makeImage(bases.run, smallRoot())

/** A Debian with Node and npm where the official image has them. */
function makeDebian() {
  if (existsSync(join(debian, 'usr/local/bin/npx'))) return
  const [mirror = ''] =
    read('apt-get', 'indextargets', '--format', '$(SITE) $(CODENAME)').match(/^\S+(?= bookworm$)/m) ?? []
  say('Making a Debian…')
  rmSync(debian, { recursive: true, force: true })
  const wanted = packages.filter((name) => name !== 'base-files').join(',')
  run('debootstrap', '--variant=minbase', `--include=${wanted}`, 'bookworm', debian, ...(mirror ? [mirror] : []))
  const arch = process.arch === 'x64' ? 'x64' : 'arm64'
  const node = join(cache, 'node')
  run('npm', 'install', '--silent', '--prefix', node, '--no-save', `node-linux-${arch}@22`, 'npm@10')
  const modules = join(debian, 'usr/local/lib/node_modules')
  mkdirSync(modules, { recursive: true })
  run('cp', '-a', join(node, `node_modules/node-linux-${arch}/bin/node`), join(debian, 'usr/local/bin/node'))
  run('cp', '-a', join(node, 'node_modules/npm'), modules)
  for (const name of ['npm', 'npx'])
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(debian, `usr/local/bin/${name}`))
}

/** The files of those packages alone, and a user without rights. */
function smallRoot() {
  const small = join(cache, 'small')
  rmSync(small, { recursive: true, force: true })
  for (const folder of ['bin', 'lib', 'lib64', 'sbin']) mkdirSync(join(small, 'usr', folder), { recursive: true })
  const files = read('chroot', debian, 'dpkg', '-L', ...packages)
    .split('\n')
    .filter((path) => path.startsWith('/') && path !== '/.')
  const list = ['bin', 'lib', 'lib64', 'sbin', 'etc/ssl/certs', ...files.map((path) => path.slice(1))]
  const there = [...new Set(list)].filter(
    (path) => existsSync(join(debian, path)) && !/^usr\/share\/(doc|man)\//.test(path),
  )
  writeFileSync(join(cache, 'files'), there.join('\n'))
  run('sh', '-c', `tar -C ${debian} -c --no-recursion -T ${join(cache, 'files')} | tar -C ${small} -x`)
  run('sh', '-c', `tar -C ${debian} -c etc/ssl/certs | tar -C ${small} -x`)
  writeFileSync(
    join(small, 'etc/passwd'),
    `root:x:0:0:root:/root:/sbin/nologin\nnonroot:x:${nonroot}:${nonroot}:nonroot:/home/nonroot:/sbin/nologin\n`,
  )
  writeFileSync(join(small, 'etc/group'), `root:x:0:\nnonroot:x:${nonroot}:\n`)
  return small
}

function makeImage(name, folder) {
  const container = buildah('from', '--pull-never', 'scratch')
  buildah('copy', '--quiet', container, folder, '/')
  if (name === bases.run) buildah('config', '--user', String(nonroot), container)
  buildah('commit', '--quiet', '--rm', container, name)
}

say('Running the steps of the Dockerfile…')
// Where this machine has its packages from, and whom it trusts for that.
const authority = [process.env.NODE_EXTRA_CA_CERTS, read('npm', 'config', 'get', 'cafile')].find(
  (path) => path && existsSync(path),
)
const npmrc = join(cache, 'npmrc')
writeFileSync(
  npmrc,
  `registry=${read('npm', 'config', 'get', 'registry')}\n${authority ? 'cafile=/root/authority.pem\n' : ''}`,
)
const mounts = [['/root/.npmrc', npmrc], ...(authority ? [['/root/authority.pem', authority]] : [])].flatMap(
  ([to, from]) => ['--volume', `${from}:${to}:ro`],
)
run(
  'buildah',
  ...storage,
  'build',
  '--isolation',
  'chroot',
  '--pull-never',
  '--network',
  'host',
  '--format',
  'docker',
  ...mounts,
  '-t',
  'bilet',
  '.',
)

const { check, failures } = createChecks()

const {
  Docker: { config },
} = JSON.parse(buildah('inspect', '--type', 'image', 'bilet'))
check(`it runs as ${config.User}, not as root`, Number(config.User) === nonroot)
const health = config.Healthcheck?.Test ?? []
check('it has a health check', health[0] === 'CMD')

const container = buildah('from', '--pull-never', 'bilet')
const image = buildah('mount', container)
const megabytes = Number(read('du', '-sm', image).split('\t')[0])
check(`its file system is ${megabytes} MB: at most ${mostMegabytes}`, megabytes <= mostMegabytes)
check('it has no shell', !existsSync(join(image, 'bin/sh')))

// As `docker run --read-only --tmpfs /tmp -v data:/data`: everything else cannot be written.
const place = mkdtempSync(join(cache, 'root-'))
run('mount', '--bind', image, place)
run('mount', '-o', 'remount,bind,ro', place)
for (const folder of ['data', 'tmp'])
  run('mount', '-t', 'tmpfs', '-o', `uid=${nonroot},gid=${nonroot}`, 'tmpfs', join(place, folder))

const given = Object.fromEntries(config.Env.map((line) => line.split(/=(.*)/s).slice(0, 2)))
const env = {
  ...given,
  HOST: '127.0.0.1',
  PORT: '8791',
  BILET_IDENTITY_KEYS: `2026:${randomBytes(32).toString('base64')}`,
}
const inside = (...command) => [`--userspec=${nonroot}:${nonroot}`, place, ...command]

try {
  const server = spawn('chroot', inside(...config.Entrypoint, ...config.Cmd), { env })
  let said = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (said += chunk))
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const hasStarted = await new Promise((resolve) => {
    server.stdout.on('data', () => /listens at/.test(said) && resolve(true))
    void ended.then(() => resolve(false))
  })
  check('it starts over a root that cannot be written', hasStarted)
  const [, ...probe] = health
  check('its health check says yes', spawnSync('chroot', inside(...probe), { env }).status === 0)
  const [node] = config.Entrypoint
  const write = "require('node:fs').writeFileSync('/bilet/x','')"
  const refused = spawnSync('chroot', inside(node, '-e', write), { env, encoding: 'utf8' })
  check('nothing but its data and /tmp can be written', /EROFS/.test(refused.stderr))
  const made = spawnSync(
    'chroot',
    inside(node, '/bilet/cli.js', 'staff', 'token', 'create', 'anna', '--scope', 'read'),
    { env, encoding: 'utf8' },
  )
  const headers = { Authorization: `Bearer ${made.stdout.trim()}` }
  const staff = await fetch(`http://127.0.0.1:${env.PORT}/v1/staff/tickets`, { headers })
  check('its command line makes a token for the same desk', staff.status === 200)
  server.kill('SIGTERM')
  check('it ends cleanly', (await ended) === 0)
  check('then its health check says no', spawnSync('chroot', inside(...probe), { env }).status === 1)
  if (failures.length > 0) say(said)
} finally {
  for (const folder of ['data', 'tmp', '']) run('umount', join(place, folder))
  rmSync(place, { recursive: true })
  buildah('umount', container)
  buildah('rm', container)
}
say('Not run: a container engine’s own isolation and network, the images that the Dockerfile names, docker compose.')
if (failures.length > 0) fail(`${failures.length} failed`)
