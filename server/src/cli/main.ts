// `npm run bilet -- <command>`, or `node bilet/cli.js <command>` of the bundle.
import { setFlagsFromString } from 'node:v8'
import { withDefaultFile } from '../node/environment.ts'
import { commands } from './commands.ts'
import { runCommand } from './run-command.ts'

// Backups and exports are for whoever makes them.
process.umask(0o077)

// As in the server: garbage may double the heap, not quadruple it. An import of thousands of articles takes no longer for
// it, and a third less memory while it reads.
setFlagsFromString('--heap-growing-percent=100')

const interruption = new AbortController()
// A second interrupt ends the process at once, as without this.
process.once('SIGINT', () => interruption.abort())

const { stdout, stderr } = process
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await runCommand(commands, process.argv.slice(2), {
  env: withDefaultFile(process.env),
  out: (line) => stdout.write(`${line}\n`),
  err: (line) => stderr.write(`${line}\n`),
  draw: stderr.isTTY ? (text) => stderr.write(`\r\u001B[2K${text.slice(0, stderr.columns - 1)}`) : undefined,
  signal: interruption.signal,
})
