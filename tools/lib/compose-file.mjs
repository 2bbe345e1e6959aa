// compose.yaml as it reads: what it names must be there. No engine looks at it here.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './process.mjs'
import { installPackages } from './programs.mjs'

const python = ['-c', 'import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1])), sys.stdout)']
const parse = () => JSON.parse(execFileSync('python3', [...python, join(root, 'compose.yaml')], { stdio: 'pipe' }))

/** The file with its anchors resolved; Debian's parser of YAML is installed where there is none. */
export async function readCompose() {
  try {
    return parse()
  } catch {
    await installPackages('python3-yaml')
    return parse()
  }
}

const text = (path) => readFileSync(join(root, path), 'utf8')
const isThere = (path) => existsSync(join(root, path))
const isPath = (source) => /^[./]/.test(source)
const valuesOf = (services, key) => Object.values(services).map((service) => service[key] ?? [])

/** What is said of the file, and whether it is so. */
export function checksOfCompose({ services, volumes, networks }) {
  const sources = valuesOf(services, 'volumes')
    .flat()
    .map((volume) => volume.split(':')[0])
  const needed = valuesOf(services, 'depends_on').flatMap((on) => (Array.isArray(on) ? on : Object.keys(on)))
  const joined = valuesOf(services, 'networks').flatMap(Object.keys)
  const example = text('docs/bilet.env.example')
  const settings = valuesOf(services, 'environment').flatMap(Object.keys)
  const ours = settings.filter((name) => name.startsWith('BILET_'))
  const upstreams = [...text('deploy/nginx.conf').matchAll(/^\s*server ([\w-]+):(\d+) /gm)]
  const port = /PORT=(\d+)/.exec(text('Dockerfile'))?.[1]
  const { POSTGRES_USER: user, POSTGRES_PASSWORD: password } = services.database.environment
  const desk = services['desk-a'].environment
  return [
    ['files and folders that it mounts are there', sources.filter(isPath).every(isThere)],
    ['volumes that it mounts are its own', sources.filter((source) => !isPath(source)).every((it) => it in volumes)],
    ['networks that services join are its own', joined.length > 0 && joined.every((name) => name in networks)],
    ['services that others wait for are its own', needed.length > 0 && needed.every((name) => name in services)],
    ['what is built has its Dockerfile', isThere(join(services['desk-a'].build, 'Dockerfile'))],
    ['settings have their lines in docs/bilet.env.example', ours.every((name) => example.includes(`${name}=`))],
    ['desks are let in by the database', desk.BILET_DATABASE_URL === `postgres://${user}:${password}@database/bilet`],
    ['desks believe their proxy', desk.BILET_TRUSTED_PROXIES === services.proxy.networks.desk.ipv4_address],
    [
      'nginx.conf names its desks, at the port of the image',
      upstreams.length === 2 && upstreams.every(([, name, at]) => name in services && at === port),
    ],
  ]
}
