// What a process holds at most, as Linux counts it.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'

const read = (pid: number, file: string) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return '' // It has ended.
  }
}

/** The child of this process whose command line holds the word. */
export function childNamed(word: string): number {
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => read(pid, 'status').includes(`\nPPid:\t${process.pid}\n`) && read(pid, 'cmdline').includes(word))
  if (found === undefined) throw new Error(`no child process is ${word}`)
  return found
}

const bytesOf = (pid: number, field: 'VmRSS' | 'VmHWM') =>
  Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(read(pid, 'status'))?.[1]) * 1024

/** By how many bytes the process was larger at its peak, while `work` went on, than before it. */
export async function growthDuring(pid: number, work: () => Promise<unknown>): Promise<number> {
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
  const before = bytesOf(pid, 'VmRSS')
  await work()
  return bytesOf(pid, 'VmHWM') - before
}
