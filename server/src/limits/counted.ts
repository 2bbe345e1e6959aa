import type { RateLimiterRes } from 'rate-limiter-flexible'

type Result = { consumedPoints: number; msBeforeNext: number }

const isResult = (value: unknown): value is Result =>
  typeof value === 'object' && value !== null && 'msBeforeNext' in value

/** The library rejects with its result where a limit is spent, and with an error where it cannot count. */
export async function counted(consuming: Promise<RateLimiterRes>): Promise<{ spent: number; resetMs: number }> {
  try {
    return toSpent(await consuming)
  } catch (error) {
    if (isResult(error)) return toSpent(error)
    throw error
  }
}

/** What is told from a block in memory has no count: it is over for certain. */
const toSpent = ({ consumedPoints, msBeforeNext }: Result) => ({
  spent: consumedPoints || Number.MAX_SAFE_INTEGER,
  resetMs: msBeforeNext,
})
