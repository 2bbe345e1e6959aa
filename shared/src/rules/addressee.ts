// R3, R9–R11: a department that there is and that the caller may write to; and, for a guest, where to answer.
import type { Standing } from '../caller.ts'
import { mayWriteTo } from '../policy/departments.ts'
import type { Draft } from './draft.ts'
import type { CheckTerms } from './terms.ts'
import type { Finding, FindingCode } from './finding.ts'

function refusal({ department }: Draft, terms: CheckTerms, caller: Standing): FindingCode | undefined {
  if (!department) return 'department_missing'
  if (!terms.departments.some(({ id }) => id === department)) return 'department_unknown'
  return mayWriteTo(terms, caller, department) ? undefined : 'department_not_in_plan'
}

/** Blocks a missing or unknown department and one that is closed to the caller's plan. */
export function checkDepartment(draft: Draft, terms: CheckTerms, caller: Standing): Finding[] {
  const code = refusal(draft, terms, caller)
  if (!code) return []
  const plan = caller.kind === 'guest' ? 'guest' : caller.plan
  return [{ code, severity: 'block', path: 'department', params: { department: draft.department ?? '', plan } }]
}

/** Blocks a guest's draft without an e-mail, or with what is no address: there would be nowhere to answer. */
export function checkEmail({ email = '' }: Draft, caller: Standing): Finding[] {
  if (caller.kind !== 'guest' || /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email.trim())) return []
  const code = email.trim() ? 'email_invalid' : 'email_missing'
  return [{ code, severity: 'block', path: 'email', params: {} }]
}
