// A policy from its JSON: what its file may leave out is filled in, and every fault is told at once, with what to do.
import { isLanguage, Locale } from '@bilet/shared/locale'
import { toIssues } from '@bilet/shared/issues'
import type { Issue } from '@bilet/shared/problem'
import { SupportPolicy } from '@bilet/shared/policy/policy'
import { SettingError } from './setting-error.ts'

const locales: readonly string[] = Locale.options

/** Throws `SettingError` naming `where` it came from and the first path that is wrong. */
export function parsePolicy(json: string, where: string): SupportPolicy {
  const read = readPolicy(json)
  if ('policy' in read) return read.policy
  const [fault = '', ...more] = read.faults
  const others = more.length > 0 ? `, and ${more.length} more: bilet policy check` : ''
  throw new SettingError('BILET_POLICY', `${where}: ${fault}${others}`)
}

/** The policy, or a line for each thing that is wrong with it. */
export function readPolicy(json: string): { policy: SupportPolicy } | { faults: string[] } {
  const parsed = SupportPolicy.safeParse(withoutSchema(inEachLanguage(parse(json))))
  return parsed.success ? { policy: parsed.data } : { faults: toIssues(parsed.error).map(inWords) }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `$schema` is for the editor that the file is written in. */
const withoutSchema = (value: unknown) =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== '$schema')) : value

/** Words in some of the languages are taken for the others too: a desk writes those that its owners read. */
function inEachLanguage(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inEachLanguage)
  if (!isRecord(value)) return value
  const entries = Object.entries(value)
  const isWords = entries.length > 0 && entries.every(([name, word]) => isLanguage(name) && typeof word === 'string')
  if (isWords) return { ...Object.fromEntries(locales.map((locale) => [locale, entries[0]?.[1]])), ...value }
  return Object.fromEntries(entries.map(([name, inner]) => [name, inEachLanguage(inner)]))
}

const hints: Record<string, string> = {
  unknown_zone: 'a name of the time zone database, such as Europe/Kyiv',
  invalid_clock_time: 'a time as HH:MM, 00:00 to 24:00',
  never_open: 'a week with no open hours: give some day at least one interval, such as ["09:00","18:00"]',
  overlapping_hours: 'begins before the interval before it ends; one over midnight runs into the next day',
  invalid_plan: 'Latin letters, digits, "_", "-" and ".", beginning with a letter, and not "guest"',
  unknown_department: 'no department of this id is in "departments"',
  unknown_field: 'there is no such field: look for a slip of the pen',
  invalid_type: 'missing, or of another kind than is expected here',
  invalid_date: 'a date as YYYY-MM-DD',
  unknown_language: 'words stand under the two letters of their language, such as "ru"',
  invalid_format: 'small Latin letters, digits and "_", beginning with a letter',
  too_short: 'too little of it',
  too_long: 'more than there may be',
}

/** `hours.mon.0: overlapping_hours: begins before …` */
function inWords({ path, code }: Issue): string {
  if (path === '') return 'not JSON, or no object: the whole file is read as JSON, without remarks'
  const hint = code === 'invalid_format' && path.startsWith('hours.') ? hints['invalid_clock_time'] : hints[code]
  return `${path} is wrong (${code})${hint ? `: ${hint}` : ''}`
}
