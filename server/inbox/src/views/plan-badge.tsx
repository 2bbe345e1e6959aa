import { useInbox } from '../ui/context.ts'
import { isPromptest, planName } from './names.ts'

export function PlanBadge({ plan }: { plan: string }) {
  const { inbox } = useInbox()
  return <span class={isPromptest(inbox, plan) ? 'plan promptest' : 'plan'}>{planName(inbox, plan)}</span>
}
