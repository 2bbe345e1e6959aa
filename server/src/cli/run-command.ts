import { SourceError } from '../articles/import/source.ts'
import { SettingError } from '../setting-error.ts'
import { StorageError } from '../database/database.ts'
import { readEnvironment } from '../node/environment.ts'
import { CommandError, table, UsageError } from './command.ts'
import type { Command, Io } from './command.ts'
import { program } from './program.ts'

/** 0 done, 1 could not, 2 called wrongly, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 130

/** Finds the command that the words name and runs it. Never rejects. */
export async function runCommand(commands: readonly Command[], words: string[], given: Io): Promise<ExitCode> {
  let io = given
  try {
    const { argv, env } = readEnvironment(words, given.env)
    io = { ...given, env }
    const command = commands.find(({ name }) => argv.slice(0, name.split(' ').length).join(' ') === name)
    if (command) await command.run(argv.slice(command.name.split(' ').length), io)
    else answerWithout(commands, argv, io)
    return 0
  } catch (error) {
    if (io.signal.aborted) {
      io.err('Interrupted.')
      return 130
    }
    io.err(`bilet: ${messageOf(error)}`)
    if (!(error instanceof UsageError)) return 1
    io.err(`usage: ${error.usage ?? `${program} --help`}`)
    return 2
  }
}

/** `--help`, a group's name alone, or words that name nothing. */
function answerWithout(commands: readonly Command[], argv: string[], io: Io) {
  const words = argv.filter((word) => !word.startsWith('-'))
  const group = commands.filter(({ name }) => name.startsWith(words.length > 0 ? `${words.join(' ')} ` : ''))
  if (group.length === 0) throw new UsageError(`no command "${words.join(' ')}"`)
  if (words.length === argv.length) throw new UsageError(`which command? ${group.map(({ name }) => name).join(', ')}`)
  if (!argv.some((word) => word === '--help' || word === '-h')) throw new UsageError(`no option ${argv[words.length]}`)
  const rows = group.map(({ name, about }) => [name, about] as const)
  io.out([`Commands of the desk, run as ${program} <command>`, '', ...table(rows), '', 'Each has --help.'].join('\n'))
}

/** What a person can set right is told as it is; the rest with its name, for a report. */
function messageOf(error: unknown): string {
  if (error instanceof StorageError) return `${error.message}: ${causeOf(error)}`
  const known = [UsageError, CommandError, SourceError, SettingError].some((kind) => error instanceof kind)
  if (known || !(error instanceof Error)) return error instanceof Error ? error.message : String(error)
  return error.name === 'Error' ? error.message : `${error.name}: ${error.message}`
}

const causeOf = ({ cause }: Error) => (cause instanceof Error ? cause.message : String(cause))
