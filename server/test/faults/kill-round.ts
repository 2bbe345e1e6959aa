import { startChild } from '../support/child.ts'
import { judge } from './acknowledged.ts'
import type { Verdict } from './acknowledged.ts'

const submitter = new URL('submitter.ts', import.meta.url)

/**
 * Submits `count` tickets, each twice at once, from a process that is killed after `answers` of the answers; then reads
 * the store again.
 */
export async function killRound(url: string, name: string, count: number, answers: number): Promise<Verdict> {
  const child = startChild(submitter, [url, name, String(count)])
  await child.written(answers)
  await child.kill()
  return judge(url, child.lines)
}
