// The command line, as a person runs it.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { commands } from '../../src/cli/commands.ts'
import { runCommand } from '../../src/cli/run-command.ts'
import { builtCli } from './server-process.ts'

export type Ran = { code: number; out: string; err: string }

/** Where a server keeps its data that is started in the folder with no settings. */
const settingsOf = (folder: string) => ({
  BILET_DATABASE_URL: `sqlite:${join(folder, 'data/bilet.db')}`,
  BILET_STORAGE_URL: `fs:${join(folder, 'data/blobs')}`,
})

/** Runs a command on the desk of `folder`. */
export async function runCli(
  folder: string,
  args: readonly string[],
  env: Record<string, string | undefined> = {},
): Promise<Ran> {
  const [out, err] = [[], []] as string[][]
  const code = await runCommand(commands, [...args], {
    env: { ...settingsOf(folder), ...env },
    out: (line) => out?.push(`${line}\n`),
    err: (line) => err?.push(`${line}\n`),
    signal: new AbortController().signal,
  })
  return { code, out: out?.join('') ?? '', err: err?.join('') ?? '' }
}

/** The same by the built command line, as a process of its own. */
export function runCliProcess(folder: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { PATH: process.env['PATH'] } }
    const child = execFile(process.execPath, [builtCli, ...args], options, (_error, out, err) =>
      resolve({ code: child.exitCode ?? 1, out, err }),
    )
  })
}
