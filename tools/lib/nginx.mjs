// nginx with the file of deploy/, of which only addresses, the way it listens and the certificate differ.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeCertificate } from './certificate.mjs'
import { fail, root } from './process.mjs'
import { findProgram, installPackages } from './programs.mjs'

const deployed = join(root, 'deploy/nginx.conf')

/** It is in the background by then. */
const longestMs = 60_000

const find = async () => (await findProgram('NGINX', ['nginx'])) ?? (await findProgram('NGINX', ['/usr/sbin/nginx']))

/** Path and version of the nginx of `NGINX`, of PATH, or of Debian. */
export async function findNginx() {
  const program = (await find()) ?? ((await installPackages('nginx-light')) ? await find() : undefined)
  if (!program) return fail('No nginx. Install one, or set NGINX to it.')
  const { stderr } = spawnSync(program, ['-v'], { encoding: 'utf8' })
  const [, version, major, minor, patch] = /nginx\/((\d+)\.(\d+)\.(\d+))/.exec(stderr) ?? fail(`Not nginx: ${program}`)
  return { program, version, isSince1251: major > 1 || minor > 25 || (minor === '25' && patch > 0) }
}

/** Each line is there once: a file that reads otherwise is not changed into something that nobody deploys. */
function replaceLine(text, line, by) {
  if (text.split(line).length !== 2) fail(`deploy/nginx.conf does not hold, once: ${line}`)
  return text.replace(line, by)
}

/** The lines of the commented place below a path, in force. */
const withPlaceBelow = (text) => text.replace(/^( *)# (location (?:= )?\/support\/.*)$/gm, '$1$2')

function configured({ isSince1251 }, { key, certificate }, port, desks) {
  const listen = `listen 127.0.0.1:${port} ssl${isSince1251 ? '; http2 on' : ' http2'};`
  const tls = `ssl_certificate ${certificate}; ssl_certificate_key ${key};`
  let text = readFileSync(deployed, 'utf8')
  for (const [name, desk] of Object.entries(desks))
    text = replaceLine(text, `server ${name}:8787 `, `server 127.0.0.1:${desk} `)
  return withPlaceBelow(replaceLine(text, 'listen 80;', `${listen} ${tls}`))
}

/** What stands around the file in every installation: folders that it may write to, and nothing of the system's. */
function surround(place, config) {
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const temporary = folders.map((name) => `${name}_temp_path ${join(place, name)};`).join(' ')
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  return `${user} pid ${place}/pid; error_log ${place}/error.log; events {}
http { access_log off; ${temporary}
${config}}
`
}

/** Starts it before `desks`, ports by the names of the file; it listens once this returns. */
export function startNginx(nginx, folder, port, desks) {
  const place = join(folder, 'nginx')
  mkdirSync(place)
  chmodSync(place, 0o700)
  const files = makeCertificate(place)
  const file = join(place, 'nginx.conf')
  writeFileSync(file, surround(place, configured(nginx, files, port, desks)))
  // Not with `NGINX` in the environment: nginx takes it for sockets that it inherits.
  const around = { env: { PATH: process.env.PATH }, encoding: 'utf8', timeout: longestMs }
  const run = (...words) => spawnSync(nginx.program, ['-e', join(place, 'error.log'), '-c', file, ...words], around)
  const { status, stderr } = run()
  return {
    name: `nginx ${nginx.version}`,
    says: stderr.trim(),
    isRunning: status === 0,
    certificate: readFileSync(files.certificate, 'utf8'),
    errors: () => readFileSync(join(place, 'error.log'), 'utf8'),
    stop: () => run('-s', 'stop'),
  }
}
