// What the page's own code hands over, cleaned at the door: whatever it is, it never stops a ticket.
import { limits } from '@bilet/shared/limits'
import type { BiletPrefill } from '../loader/public.ts'
import type { Facts } from './models/draft-body.ts'

/** As many as a ticket takes, less those that the widget adds itself. */
const mostFacts = limits.environmentEntries - 3
const longestName = 40
const longestValue = 500

/** Told to the integrator once for each call that is amiss; never to the owner. */
const warn = (call: string, names: string[]) =>
  console.warn(`Bilet.${call}: left out or cut ${names.join(', ')}. See bilet.d.ts for what it takes.`)

/** Text without what no database takes, of at most `max` UTF-16 units, no letter cut in two. */
export const cut = (text: string, max: number) =>
  text
    .replace(/[\0\p{Surrogate}]/gu, '')
    .slice(0, max)
    .replace(/[\uD800-\uDBFF]$/, '')

const entriesOf = (given: unknown): [string, unknown][] => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return []
  try {
    return Object.entries(given)
  } catch {
    return []
  }
}

function toFact(value: unknown): string | number | boolean | undefined {
  if (typeof value === 'string') return cut(value, longestValue).trim() || undefined
  if (typeof value === 'bigint') return String(value)
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)) ? value : undefined
}

/** Facts as a ticket takes them, added to those known. Null takes one away; what is no text, number or true/false is left out. */
export function addFacts(known: Facts, given: unknown): Facts {
  const facts: Facts = { ...known }
  const amiss: string[] = typeof given === 'object' && given !== null && !Array.isArray(given) ? [] : ['everything']
  for (const [name, value] of entriesOf(given)) {
    const fact = toFact(value)
    const isNamed = name.trim() !== '' && name.length <= longestName && cut(name, longestName) === name
    const hasRoom = name in facts || Object.keys(facts).length < mostFacts
    if (fact === undefined) delete facts[name]
    else if (isNamed && hasRoom) facts[name] = fact
    if (fact === undefined || !isNamed || !hasRoom || (typeof value === 'string' && fact !== value))
      amiss.push(name.slice(0, longestName))
  }
  if (amiss.length > 0) warn('setContext', amiss)
  return facts
}

/** Words for the draft; what is of another kind is left out. */
export function toPrefill(given: unknown): BiletPrefill {
  const words: BiletPrefill = {}
  const amiss: string[] = []
  for (const [name, value] of entriesOf(given)) {
    if (name === 'steps' && Array.isArray(value))
      words.steps = value
        .filter((step) => typeof step === 'string')
        .slice(0, limits.steps)
        .map((step) => cut(step, limits.step))
    else if (typeof value !== 'string') amiss.push(name)
    else if (name === 'subject' || name === 'description') words[name] = cut(value, limits.description)
    else if (name === 'department') words.department = cut(value, longestName)
    else amiss.push(name)
  }
  if (amiss.length > 0 || typeof given !== 'object' || given === null)
    warn('prefill', amiss.length ? amiss : ['everything'])
  return words
}
