// deploy/Caddyfile as Caddy reads it, as it stands and with its commented place below a path in force.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeCertificate } from './certificate.mjs'
import { root } from './process.mjs'
import { findProgram, installPackages } from './programs.mjs'

const find = () => findProgram('CADDY', ['caddy'])

/** Path and version; undefined where Debian has none. */
export async function findCaddy() {
  const program = (await find()) ?? ((await installPackages('caddy')) ? await find() : undefined)
  return program && { program, version: spawnSync(program, ['version'], { encoding: 'utf8' }).stdout.trim() }
}

const withPlaceBelow = (text) =>
  text.replace(/^\t# (handle_path[\s\S]*?)^\t# \}/m, (block) => block.replace(/^\t# ?/gm, '\t'))

const readDeployed = () => readFileSync(join(root, 'deploy/Caddyfile'), 'utf8')

/** The file with the path in force; only its host, its certificate and where the desks listen are others. */
function configured({ key, certificate }, port, [deskA, deskB]) {
  const global = '{\n\tadmin off\n\tauto_https off\n}\n'
  const host = `https://localhost:${port} {\n\tbind 127.0.0.1\n\ttls ${certificate} ${key}`
  return withPlaceBelow(readDeployed())
    .replace('desk.example {', global + host)
    .replaceAll('127.0.0.1:8801', `127.0.0.1:${deskA.port}`)
    .replaceAll('127.0.0.1:8802', `127.0.0.1:${deskB.port}`)
}

/** Starts it before two desks; it listens once this resolves. */
export async function startCaddy({ program, version }, folder, port, desks) {
  const place = join(folder, 'caddy')
  mkdirSync(place)
  const files = makeCertificate(place)
  const file = join(place, 'Caddyfile')
  writeFileSync(file, configured(files, port, desks))
  const env = { PATH: process.env.PATH, HOME: place }
  const child = spawn(program, ['run', '--config', file, '--adapter', 'caddyfile'], { env })
  const ended = once(child, 'close')
  let said = ''
  const isRunning = await new Promise((resolve) => {
    child.stderr.on('data', (chunk) => {
      said += chunk
      if (said.includes('serving initial configuration')) resolve(true)
    })
    void ended.then(() => resolve(false))
  })
  return {
    name: `Caddy ${version}`,
    says: isRunning ? '' : said.trim(),
    isRunning,
    certificate: readFileSync(files.certificate, 'utf8'),
    errors: () => said,
    stop: () => {
      child.kill()
      return ended
    },
  }
}

/** Whether metrics are refused before anything is handed on, from `after` on. */
function refusesMetricsFirst(json, after) {
  const rest = json.slice(json.indexOf(after))
  const [refused, handedOn] = ['"status_code":403', '"handler":"reverse_proxy"'].map((words) => rest.indexOf(words))
  return json.includes(after) && refused > -1 && refused < handedOn
}

/** What is said of the file, and whether it is so. */
export function checksOfCaddy({ program }, folder) {
  const text = readDeployed()
  const env = { PATH: process.env.PATH, HOME: folder }
  const ask = (command, content) => {
    const file = join(folder, 'Caddyfile')
    writeFileSync(file, content)
    return spawnSync(program, [command, '--config', file, '--adapter', 'caddyfile'], { env, encoding: 'utf8' })
  }
  const below = withPlaceBelow(text)
  const [adapted, adaptedBelow] = [text, below].map((content) => ask('adapt', content).stdout)
  return [
    ['Caddy takes its file', ask('validate', text).status === 0],
    ['and with the place below a path', below !== text && ask('validate', below).status === 0],
    ['it stands before two processes', adapted.split('"dial"').length === 3],
    ['it refuses metrics', refusesMetricsFirst(adapted, '"routes"')],
    ['below the path too', refusesMetricsFirst(adaptedBelow, '"strip_path_prefix":"/support"')],
  ]
}
