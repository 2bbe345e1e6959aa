// deploy/Caddyfile as Caddy reads it, as it stands and with its commented place below a path in force.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

/** Whether metrics are refused before anything is handed on, from `after` on. */
function refusesMetricsFirst(json, after) {
  const rest = json.slice(json.indexOf(after))
  const [refused, handedOn] = ['"status_code":403', '"handler":"reverse_proxy"'].map((words) => rest.indexOf(words))
  return json.includes(after) && refused > -1 && refused < handedOn
}

/** What is said of the file, and whether it is so. */
export function checksOfCaddy({ program }, folder) {
  const text = readFileSync(join(root, 'deploy/Caddyfile'), 'utf8')
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
