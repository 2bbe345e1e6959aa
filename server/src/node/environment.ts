// Settings of a file beside those of the process: the server and the command line find the same desk.
import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { SettingError } from '../setting-error.ts'

type Environment = Record<string, string | undefined>

const defaultFile = 'bilet.env'

/** Names `bilet.env` as the file of settings where the process starts beside one and nothing names another. */
export const withDefaultFile = (env: Environment): Environment =>
  existsSync(defaultFile) ? { BILET_ENV_FILE: defaultFile, ...env } : env

const isOurs = (name: string) => /^(BILET_|AWS_)|^(PORT|HOST)$/.test(name)

/**
 * Takes `--env-file <path>` out of the arguments and reads that file, or the one of `BILET_ENV_FILE`:
 * lines of NAME=value, `#` before a remark. What the process was given itself wins.
 * Throws `SettingError` for a file that cannot be read or names what is no setting.
 */
export function readEnvironment(argv: readonly string[], env: Environment): { argv: string[]; env: Environment } {
  const { rest, path } = takeEnvFile(argv)
  const { BILET_ENV_FILE: named, ...given } = env
  const file = path ?? (named || undefined)
  const said = Object.entries(given).filter(([, value]) => value !== undefined)
  return { argv: rest, env: { ...(file !== undefined && settingsOf(file)), ...Object.fromEntries(said) } }
}

function takeEnvFile(argv: readonly string[]): { rest: string[]; path?: string } {
  const at = argv.findIndex((word) => word === '--env-file' || word.startsWith('--env-file='))
  const word = argv[at]
  if (word === undefined) return { rest: [...argv] }
  const isApart = word === '--env-file'
  const path = isApart ? argv[at + 1] : word.slice('--env-file='.length)
  if (!path) throw new SettingError('--env-file', 'the path of a file is missing')
  return { rest: [...argv.slice(0, at), ...argv.slice(at + (isApart ? 2 : 1))], path }
}

function settingsOf(file: string): Environment {
  const settings = parseEnv(read(file))
  const foreign = Object.keys(settings).find((name) => !isOurs(name))
  if (foreign) throw new SettingError(file, `${foreign} is no setting of Bilet`)
  return settings
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new SettingError('--env-file', `${file} cannot be read`)
  }
}
