import type { Doors } from '../policy/departments.ts'
import type { SupportPolicy } from '../policy/policy.ts'

/** The part of a policy that drafts are checked against: enough for the widget, which is not sent the rest. */
export type CheckTerms = Doors & Pick<SupportPolicy, 'ticket' | 'limits'>
