/** A canned reply with its variables filled in; what is not known leaves no gap. */
export const fillIn = (text: string, values: Record<'name' | 'number' | 'article', string>): string =>
  text
    .replace(/,?[^\S\n]*\{\{(name|number|article)\}\}/g, (whole, name: 'name' | 'number' | 'article') =>
      values[name] ? whole.replace(`{{${name}}}`, values[name]) : '',
    )
    .trim()
