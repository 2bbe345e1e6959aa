// A scanner for what is uploaded, by a command of the desk's own choosing: it reads the file from its standard input and
// ends with 0 where it is clean and 1 where it is not, as `clamdscan --no-summary -` does. Node only.
import { spawn } from 'node:child_process'
import type { Bytes } from './image/bytes.ts'

/** Rejects where the scanner gives no verdict: nothing is taken in unseen. */
export type Scan = (bytes: Bytes) => Promise<'clean' | 'infected'>

const longestMs = 30_000

/** The words of the command are divided by blanks; no shell reads them. */
export function createScan(command: string): Scan {
  const [program = '', ...words] = command.split(/\s+/)
  return (bytes) =>
    new Promise((resolve, reject) => {
      const scanner = spawn(program, words, { stdio: ['pipe', 'ignore', 'ignore'], timeout: longestMs })
      scanner.on('error', reject)
      scanner.on('close', (code) => {
        if (code === 0) resolve('clean')
        else if (code === 1) resolve('infected')
        else reject(new Error(`the scanner ended with ${String(code)}`))
      })
      // A scanner that has seen enough stops reading.
      scanner.stdin.on('error', () => {})
      scanner.stdin.end(bytes)
    })
}
