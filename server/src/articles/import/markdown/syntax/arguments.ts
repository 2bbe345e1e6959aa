/** What a tag, a shortcode or a component is given. Names are in lower case. */
export type Arguments = { positional: string[]; named: ReadonlyMap<string, string> }

const one =
  /([\p{L}_:@][\w:.-]*)\s*=\s*("[^"]{0,2000}"|'[^']{0,2000}'|`[^`]{0,2000}`|[^\s"'`>]+)|"([^"]{0,2000})"|'([^']{0,2000})'|`([^`]{0,2000})`|«([^»]{0,2000})»|([^\s"'`]+)/gu

/** Reads `type="note" Title 'of it'`, whatever the syntax around. */
export function parseArguments(text: string): Arguments {
  const positional: string[] = []
  const named = new Map<string, string>()
  for (const [, name, value = '', ...plain] of text.matchAll(one)) {
    if (name === undefined) positional.push(plain.find((word) => word !== undefined) ?? '')
    else named.set(name.toLowerCase().replace(/^[:@]|^v-bind:/u, ''), unquote(value))
  }
  return { positional, named }
}

const unquote = (value: string) => (/^(["'`])[^]*\1$/u.test(value) ? value.slice(1, -1) : value)

/** The first of these names that has a value. */
export const firstOf = ({ named }: Arguments, names: readonly string[]): string | undefined =>
  names.map((name) => named.get(name)).find((value) => value !== undefined && value.trim() !== '')
