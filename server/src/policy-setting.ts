import { toIssues } from '@bilet/shared/issues'
import { SupportPolicy } from '@bilet/shared/policy/policy'
import { SettingError } from './setting-error.ts'

/** A policy from its JSON. Throws `SettingError` naming `where` it came from and the path that is wrong. */
export function parsePolicy(json: string, where: string): SupportPolicy {
  const parsed = SupportPolicy.safeParse(parse(json, where))
  if (parsed.success) return parsed.data
  const [issue] = toIssues(parsed.error)
  throw new SettingError('BILET_POLICY', `${where}: ${issue?.path || 'the whole'} is wrong (${issue?.code})`)
}

function parse(json: string, where: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new SettingError('BILET_POLICY', `${where}: not JSON`)
  }
}
