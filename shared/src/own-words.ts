// A desk's own words in place of the product's, written so that they take what those are given.
import { createPlural } from './plural.ts'

const has = (words: object, name: string): words is Record<string, unknown> => Object.hasOwn(words, name)

type Arguments = readonly unknown[]

/** What `{0}`, or `{name}` of an only argument with names, stands for. */
const valueOf = (args: Arguments, name: string): unknown => {
  const [only] = args
  return /^\d/.test(name) || typeof only !== 'object' || only === null ? args[Number(name)] : Reflect.get(only, name)
}

/**
 * The words with what was given: `{0}` is the first argument, `{0|час|часа|часов}` the form that goes with it,
 * `[1:…]` is said where the second is something and `[!1:…]` where it is nothing.
 */
export function fill(template: string, args: Arguments, language: string): string {
  const plural = createPlural(language)
  const told = template.replaceAll(/\[(!?)(\w+):([^\]]*)\]/g, (_, not: string, name: string, words: string) =>
    Boolean(valueOf(args, name)) === (not === '') ? words : '',
  )
  return told.replaceAll(/\{(\w+)(?:\|([^{}]*))?\}/g, (_, name: string, forms?: string) => {
    const value = valueOf(args, name)
    if (forms === undefined) return Array.isArray(value) ? value.join(', ') : String(value)
    const [one = '', few = one, other = few] = forms.split('|')
    return plural(Number(value), { one, few, other })
  })
}

function put<T extends object>(
  words: T,
  [name = '', ...rest]: readonly string[],
  template: string,
  language: string,
): T {
  if (!has(words, name)) return words
  const was = words[name]
  const own = () => {
    if (typeof was === 'function') return (...args: unknown[]) => fill(template, args, language)
    return typeof was === 'object' && was !== null ? put(was, rest, template, language) : template
  }
  return Object.assign(Array.isArray(words) ? [] : {}, words, { [name]: own() })
}

/** The words with the desk's own, by their dotted names, in their place. */
export const withOwnWords = <T extends object>(words: T, own: Readonly<Record<string, string>>, language: string): T =>
  Object.entries(own).reduce((mended, [name, template]) => put(mended, name.split('.'), template, language), words)
