// Programs of the machine that the tests drive: found by a variable or on PATH, or installed as Debian's packages.
import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fail, run } from './process.mjs'

export const isProgram = (path) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

/** Path of the program that the variable names, else of the first of `names` on PATH; undefined where there is none. */
export async function findProgram(variable, names) {
  const { [variable]: named, PATH = '' } = process.env
  if (named) return (await isProgram(named)) ? named : fail(`${variable} names no program: ${named}`)
  for (const folder of PATH.split(delimiter))
    for (const name of names) if (await isProgram(join(folder, name))) return join(folder, name)
}

/** Installs Debian's packages where this is Debian and root; false elsewhere. */
export async function installPackages(...packages) {
  if (process.getuid?.() !== 0 || !(await isProgram('/usr/bin/apt-get'))) return false
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env })
  return (await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env })) === 0
}
