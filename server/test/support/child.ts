// Programs of the tests that run as processes of their own, to be many, to be killed.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { builtOf } from './built-programs.ts'

export type Child = {
  /** Lines of its output so far. */
  lines: string[]
  /** Resolves when it has written this many lines, or has ended. */
  written(count: number): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Resolves with its exit code; null when it was killed. */
  ended: Promise<number | null>
}

/** The command that runs a program, for where a shell has to start it. */
export const commandOf = (program: URL): string[] => [process.execPath, builtOf(program)]

/** Starts a program with these arguments; what it writes to stderr is the test's stderr. */
export function startChild(program: URL, args: readonly string[]): Child {
  const [node = '', built = ''] = commandOf(program)
  return watch(spawn(node, [built, ...args], { stdio: ['ignore', 'pipe', 'inherit'] }))
}

function watch(child: ChildProcess): Child {
  const lines: string[] = []
  const waiting = new Set<() => void>()
  const wake = () => {
    for (const check of waiting) check()
  }
  let isEnded = false
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      isEnded = true
      wake()
      resolve(code)
    })
  })
  if (child.stdout)
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line)
      wake()
    })
  return {
    lines,
    ended,
    written: (count) =>
      new Promise((resolve) => {
        const check = () => {
          if (lines.length < count && !isEnded) return
          waiting.delete(check)
          resolve()
        }
        waiting.add(check)
        check()
      }),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
