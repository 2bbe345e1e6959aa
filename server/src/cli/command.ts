// A command is data and one function: the frame parses, helps and reports for all of them.
import { parseArgs } from 'node:util'
import { program } from './program.ts'

export type Io = {
  env: Record<string, string | undefined>
  /** What was asked for: results only, so that they can be piped. */
  out: (line: string) => void
  /** Everything said along the way. */
  err: (line: string) => void
  /** Draws over itself on a terminal; absent where there is none. */
  draw?: ((text: string) => void) | undefined
  /** Aborted when the person interrupts. */
  signal: AbortSignal
}

/** A wrong way of calling: told with how the command is used, exit code 2. */
export class UsageError extends Error {
  readonly usage: string | undefined
  constructor(message: string, usage?: string) {
    super(message)
    this.usage = usage
  }
}

/** Something that a person can set right, told in one line, exit code 1. */
export class CommandError extends Error {}

/** All that is wrong with a file, a line each. */
export const faultsIn = (file: string, faults: readonly string[]) =>
  new CommandError(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in ${file}\n${faults.join('\n')}`)

/** `multiple`: may be given several times. */
type Option = { type: 'string' | 'boolean'; about: string; value?: string; multiple?: boolean }

type Options = Record<string, Option>

type Parsing<O extends Options> = { args: string[]; options: O; allowPositionals: true }

type Values<O extends Options> = ReturnType<typeof parseArgs<Parsing<O>>>['values']

type Spec<O extends Options> = {
  /** Words after `bilet`: `docs import`. */
  name: string
  /** Arguments as help shows them, `<…>` each. */
  takes?: string[]
  about: string
  /** Paragraphs of help below the options. */
  more?: string
  options: O
  /** Rejects with `UsageError` or `CommandError` for what a person can set right. */
  run(given: { args: string[]; options: Values<O> }, io: Io): Promise<void>
}

export type Command = {
  name: string
  about: string
  help: string
  run(argv: string[], io: Io): Promise<void>
}

/** Makes a command of its description; the options' types follow from it. */
export function defineCommand<const O extends Options>(spec: Spec<O>): Command {
  const { name, about, takes = [] } = spec
  const help = helpOf(spec)
  return {
    name,
    about,
    help,
    async run(argv, io) {
      if (argv.includes('--help') || argv.includes('-h')) return io.out(help)
      try {
        const { values: options, positionals: args } = parse(argv, spec.options)
        if (args.length !== takes.length) throw new UsageError(countMessage(name, takes, args))
        await spec.run({ args, options }, io)
      } catch (error) {
        throw error instanceof UsageError ? new UsageError(error.message, usageOf(spec)) : error
      }
    },
  }
}

function parse<O extends Options>(args: string[], options: O) {
  try {
    return parseArgs<Parsing<O>>({ args, options, allowPositionals: true })
  } catch (error) {
    throw new UsageError((error instanceof Error && error.message.split('. ')[0]) || 'cannot read the options')
  }
}

function countMessage(name: string, takes: readonly string[], args: readonly string[]): string {
  const missing = takes[args.length]
  return missing === undefined ? `${name}: unexpected "${args[takes.length]}"` : `${name}: ${missing} is missing`
}

const usageOf = ({ name, takes = [] }: { name: string; takes?: readonly string[] }) =>
  [program, name, ...takes, '[options]'].join(' ')

function helpOf({ name, about, takes = [], options, more }: Spec<Options>): string {
  const rows = Object.entries(options).map(
    ([option, { value, about: says }]) => [`--${option}${value ? ` <${value}>` : ''}`, says] as const,
  )
  const lines = [about, '', `  ${usageOf({ name, takes })}`, '', ...table([...rows, ...common])]
  return [...lines, ...(more === undefined ? [] : ['', more])].join('\n')
}

const common = [
  ['--env-file <path>', 'settings of the desk: bilet.env where there is one, and what the environment says'],
  ['--help', 'show this'],
] as const

/** Two columns, the left as wide as its widest. */
export function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
