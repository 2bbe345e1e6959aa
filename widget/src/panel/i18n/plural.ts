type Forms = { one: string; few?: string; many?: string; other: string }

/** The form of a word that goes with a number, by the language's own rules. */
export function createPlural(tag: string) {
  const rules = new Intl.PluralRules(tag)
  return (count: number, forms: Forms) => {
    const rule = rules.select(count)
    return (rule === 'one' || rule === 'few' || rule === 'many' ? forms[rule] : undefined) ?? forms.other
  }
}
