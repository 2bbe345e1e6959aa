type Forms = { one: string; few?: string; many?: string; other: string }

export type Plural = (count: number, forms: Forms) => string

/** The form of a word that goes with a number, by the language's own rules. */
export function createPlural(tag: string): Plural {
  const rules = new Intl.PluralRules(tag)
  return (count, forms) => {
    const rule = rules.select(count)
    return (rule === 'one' || rule === 'few' || rule === 'many' ? forms[rule] : undefined) ?? forms.other
  }
}
