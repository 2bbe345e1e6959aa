// Which departments a caller may write to (R3, R9–R11). The plan comes from signed claims, never from the page.
import type { Plan, Standing } from '../caller.ts'
import type { Department, SupportPolicy } from './policy.ts'

/** The part of a policy that opens departments to callers. */
export type Doors = {
  departments: SupportPolicy['departments']
  plans: Record<Plan, { departments: string[] }>
  guest: { departments: string[] }
}

/** A department as one caller sees it; `reason` tells why it is closed to them. */
export type DepartmentFor = Department & ({ available: true } | { available: false; reason: 'department_not_in_plan' })

const openTo = (policy: Doors, caller: Standing) =>
  caller.kind === 'guest' ? policy.guest.departments : (policy.plans[caller.plan]?.departments ?? [])

/** Whether the caller may write to the department (R3); false for a department that the policy does not have. */
export function mayWriteTo(policy: Doors, caller: Standing, departmentId: string): boolean {
  return policy.departments.some(({ id }) => id === departmentId) && openTo(policy, caller).includes(departmentId)
}

/** Every department of the policy, in its order, with whether it is open to the caller and why not (R3). */
export function departmentsFor(policy: Doors, caller: Standing): DepartmentFor[] {
  return policy.departments.map((department) =>
    mayWriteTo(policy, caller, department.id)
      ? { ...department, available: true }
      : { ...department, available: false, reason: 'department_not_in_plan' },
  )
}
