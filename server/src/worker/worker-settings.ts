// What a Worker is given: bindings by name, settings as variables and secrets under the same names as on Node.
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import { premSite } from '@bilet/shared/policy/prem-site'
import type { R2Binding } from '../storage/r2-driver.ts'
import { loadConfig } from '../config.ts'
import { SettingError } from '../setting-error.ts'
import type { Config } from '../config.ts'
import type { D1Binding } from '../database/d1.ts'
import { parsePolicy } from '../policy-setting.ts'
import { KnownWords, noOwnWords, parseOwnWords, withLetters } from '../own-words.ts'
import type { OwnWords } from '../own-words.ts'
import type { AssetsBinding } from '../builds/asset-files.ts'

export type Bindings = Readonly<Record<string, unknown>> & {
  DB: D1Binding
  BLOBS: R2Binding
  ASSETS: AssetsBinding
}

/** What the bindings take the place of, and what only Node can do. */
const foreign = [
  'BILET_DATABASE_URL',
  'BILET_STORAGE_URL',
  'BILET_SMTP_URL',
  'BILET_TRUSTED_PROXIES',
  'BILET_WEBHOOKS_PRIVATE',
  'BILET_SCAN_COMMAND',
  'BILET_DEMO',
]

/** Reads every setting; throws `SettingError` for the first that is missing, unknown, malformed or not for Workers. */
export function readSettings(env: Bindings): { config: Config; policy: SupportPolicy } {
  for (const binding of ['DB', 'BLOBS', 'ASSETS'])
    if (!env[binding]) throw new SettingError(binding, 'a binding of this name is missing in wrangler.jsonc')
  const settings = Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  const misplaced = foreign.find((name) => name in settings)
  if (misplaced) throw new SettingError(misplaced, 'is for Node only')
  const config = loadConfig(settings)
  if (config.docsSource !== undefined && !/^https?:\/\//i.test(config.docsSource))
    throw new SettingError('BILET_DOCS_SOURCE', 'the address of a site: there are no folders here')
  return { config, policy: config.policyPath === undefined ? premSite : parsePolicy(config.policyPath, 'the policy') }
}

/**
 * The desk's own words: a variable is too small for a language, so they lie in the bucket under the name that the setting
 * gives. Throws `SettingError` for the first thing that is wrong with them.
 */
export async function readWords({ BLOBS, ASSETS }: Bindings, name: string | undefined): Promise<OwnWords> {
  if (name === undefined) return noOwnWords
  const file = await BLOBS.get(name)
  if (!file) throw new SettingError('BILET_WORDS', `${name}: the bucket has no object of this name`)
  const known = await ASSETS.fetch('https://assets.invalid/words.json')
  return parseOwnWords(await file.text(), name, withLetters(KnownWords.parse(await known.json())))
}
