import { readFile } from 'node:fs/promises'
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import { premSite } from '@bilet/shared/policy/prem-site'
import { SettingError } from '../setting-error.ts'
import { parsePolicy } from '../policy-setting.ts'

/** The policy of a file (JSON), or Prem-site's where none is named. Throws `SettingError` naming the path that is wrong. */
export async function loadPolicy(path: string | undefined): Promise<SupportPolicy> {
  if (path === undefined) return premSite
  const json = await readFile(path, 'utf8').catch(() => {
    throw new SettingError('BILET_POLICY', `${path}: cannot be read`)
  })
  return parsePolicy(json, path)
}
