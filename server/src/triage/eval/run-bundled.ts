import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

/** Bundles a program of this folder, runs it in a process of its own with the given arguments and gives what it wrote. */
export async function runBundled(program: string, ...args: string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bilet-'))
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: join(import.meta.dirname, program),
        outDir: folder,
        rolldownOptions: { output: { entryFileNames: 'program.mjs' } },
      },
    })
    return execFileSync(process.execPath, [join(folder, 'program.mjs'), ...args], { encoding: 'utf8' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
