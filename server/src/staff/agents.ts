// Who tickets may be assigned to: the names of the tokens, and those that the policy adds.
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import type { StaffTokens } from './staff-tokens.ts'

export type Agents = {
  /** In alphabetical order, each once. */
  names(): Promise<string[]>
  has(name: string): Promise<boolean>
}

export function createAgents(
  tokens: Pick<StaffTokens, 'list'>,
  { agents = [] }: Pick<SupportPolicy, 'agents'>,
  clock: () => number,
): Agents {
  const names = async () => {
    const good = (await tokens.list()).filter(({ expiresAt }) => expiresAt === null || expiresAt > clock())
    const ofTokens = good.map(({ name }) => name)
    return [...new Set([...ofTokens, ...agents])].toSorted((a, b) => a.localeCompare(b))
  }
  return { names, has: async (name) => (await names()).includes(name) }
}
