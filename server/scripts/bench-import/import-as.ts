// The command as people run it, in a process of its own that tells at its end what it took.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Seconds of the processor, in the program and in the system for it; megabytes at the most; its last line. */
export type Cost = { seconds: number; megabytes: number; outcome: string }

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const mark = 'took '
const telling = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\n${mark}'+JSON.stringify(process.resourceUsage())))`

type Usage = { userCPUTime: number; systemCPUTime: number; maxRSS: number }

/** Rejects where the command fails. */
export async function importAs(
  target: string,
  { storage, options }: { storage: string; options: readonly string[] },
): Promise<Cost> {
  const child = spawn(process.execPath, ['--import', telling, cli, 'docs', 'import', target, ...options], {
    env: { ...process.env, BILET_STORAGE_URL: `fs:${storage}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err]: [string[], string[]] = [[], []]
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text))
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(err.join(''))
  const { userCPUTime, systemCPUTime, maxRSS } = readUsage(err.join(''))
  const outcome = out.join('').trim().split('\n').at(-1) ?? ''
  return { seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1_000, outcome }
}

const readUsage = (told: string): Usage => JSON.parse(told.slice(told.lastIndexOf(mark) + mark.length))
