// Programs of the machine that the tests drive: found by a variable or on PATH, or installed as Debian's packages.
import { access, constants } from 'node:fs/promises'
import { delimiter, resolve } from 'node:path'
import { fail, run } from './process.mjs'

export const isProgram = (path) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

/** Path of the program that the variable names, else of the first of `names` on PATH; undefined where there is none. */
export async function findProgram(variable, names) {
  const { [variable]: named } = process.env
  if (named) return (await isProgram(named)) ? named : fail(`${variable} names no program: ${named}`)
  return findOnPath(names)
}

async function findOnPath(names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const name of names) if (await isProgram(resolve(folder, name))) return resolve(folder, name)
  return undefined
}

/** Installs Debian's packages of every program that is not there, where it may; elsewhere each is asked for later. */
export async function installMissing(packagesOf) {
  const missing = []
  for (const [program, packages] of Object.entries(packagesOf))
    if (!(await findOnPath([program]))) missing.push(...packages)
  if (missing.length > 0) await installPackages(...missing)
}

/** Installs Debian's packages where this is Debian and root; false elsewhere. */
export async function installPackages(...packages) {
  if (process.getuid?.() !== 0 || !(await isProgram('/usr/bin/apt-get'))) return false
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env })
  return (await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env })) === 0
}
