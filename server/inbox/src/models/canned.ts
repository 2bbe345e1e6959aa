/** A canned reply with its variables filled in; what is not known leaves no gap. */
export const fillIn = (text: string, values: Record<'name' | 'number' | 'article', string>): string =>
  text
    .replace(
      /(,?[^\S\n]*)\{\{\s*(name|number|article)\s*\}\}/g,
      (_whole, before: string, name: 'name' | 'number' | 'article') => (values[name] ? `${before}${values[name]}` : ''),
    )
    .trim()
