// `{{ names }}` that a site fills in when it is built.
import { inProse, replaceBetween } from './prose.ts'
import type { Step } from './step.ts'

/** Where templates are filled in: known names by their values, text by itself, the rest is left out. */
export const variables: Step = (markdown, tools) =>
  inProse(markdown, (prose) =>
    replaceBetween(prose, '{{', '}}', (inside) => {
      const [name = ''] = inside.split('|')
      const text = /^\s*(["'])(.*)\1\s*$/u.exec(name)?.[2]
      const value = text ?? tools.variables.get(name.trim())
      if (value === undefined && !/^\s*site\.(?:base)?url\s*$/u.test(name)) tools.leftOut('{{ }}', inside.trim())
      return value ?? ''
    }).replaceAll('not_var', ''),
  )

/** Where nothing fills them in, owners are to type them as they stand: they are code. */
export const variablesAsCode: Step = (markdown) =>
  inProse(markdown, (prose) => replaceBetween(prose, '{{', '}}', (inside) => `\`{{${inside}}}\``))
