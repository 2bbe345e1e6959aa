/** A canned reply with its variables filled in; what is not known leaves no gap. */
export const fillIn = (text: string, values: Record<'name' | 'number' | 'article', string>): string =>
  text
    .replace(
      /(,?[^\S\n]{0,9})\{\{\s{0,9}(name|number|article)\s{0,9}\}\}/g,
      (_whole, before: string, name: 'name' | 'number' | 'article') => (values[name] ? `${before}${values[name]}` : ''),
    )
    .trim()
