import { readFile } from 'node:fs/promises'
import { toIssues } from '@bilet/shared/issues'
import { SupportPolicy } from '@bilet/shared/policy/policy'
import { premSite } from '@bilet/shared/policy/prem-site'
import { SettingError } from './config.ts'

/** The policy of a file (JSON), or Prem-site's where none is named. Throws `SettingError` naming the path that is wrong. */
export async function loadPolicy(path: string | undefined): Promise<SupportPolicy> {
  if (path === undefined) return premSite
  const parsed = SupportPolicy.safeParse(await readJson(path))
  if (parsed.success) return parsed.data
  const [issue] = toIssues(parsed.error)
  throw new SettingError('BILET_POLICY', `${path}: ${issue?.path || 'the whole'} is wrong (${issue?.code})`)
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw new SettingError('BILET_POLICY', `${path}: ${error instanceof SyntaxError ? 'not JSON' : 'cannot be read'}`)
  }
}
