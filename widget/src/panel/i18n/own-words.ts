// Words of a desk's own in place of the panel's: fetched by desks that have such alone.
import type { SupportReply } from '@bilet/shared/replies'
import type { I18n } from './i18n.ts'
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
export function fill(template: string, args: Arguments, tag: string): string {
  const plural = createPlural(tag)
  const told = template.replaceAll(/\[(!?)(\w+):([^\]]*)\]/g, (_, not: string, name: string, words: string) =>
    Boolean(valueOf(args, name)) === (not === '') ? words : '',
  )
  return told.replaceAll(/\{(\w+)(?:\|([^}]*))?\}/g, (_, name: string, forms?: string) => {
    const value = valueOf(args, name)
    if (forms === undefined) return Array.isArray(value) ? value.join(', ') : String(value)
    const [one = '', few = one, other = few] = forms.split('|')
    return plural(Number(value), { one, few, other })
  })
}

function put<T extends object>(words: T, [name = '', ...rest]: readonly string[], template: string, tag: string): T {
  if (!has(words, name)) return words
  const was = words[name]
  const own = () => {
    if (typeof was === 'function') return (...args: unknown[]) => fill(template, args, tag)
    return typeof was === 'object' && was !== null ? put(was, rest, template, tag) : template
  }
  return Object.assign(Array.isArray(words) ? [] : {}, words, { [name]: own() })
}

/** Puts the desk's own words, by their dotted names, in place of the panel's in their language. */
export function takeWords(
  i18n: Pick<I18n, 'own' | 'opening'>,
  { locale, words: own }: NonNullable<SupportReply['own']>,
) {
  const tag = own['tag'] ?? i18n.opening.peek().tag
  i18n.own.value = (words, chosen) => {
    if (chosen !== locale) return words
    return Object.entries(own).reduce((mended, [name, template]) => put(mended, name.split('.'), template, tag), words)
  }
}
