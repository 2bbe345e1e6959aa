import { loadConfig } from '../config.ts'
import type { Config } from '../config.ts'
import { CommandError } from './command.ts'
import type { Io } from './command.ts'
import { program } from './program.ts'

/** The settings, with at least one key. */
export function withKeys({ env }: Io): Config {
  const config = loadConfig(env)
  if (config.identityKeys.size > 0) return config
  throw new CommandError(`BILET_IDENTITY_KEYS is empty: make a key with ${program} key create`)
}
