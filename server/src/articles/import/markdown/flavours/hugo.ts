import { attributes } from '../syntax/attributes.ts'
import { shortcodes } from '../syntax/shortcodes.ts'
import { snippets } from '../syntax/snippets.ts'
import { variablesAsCode } from '../syntax/variables.ts'
import { neverMdx } from './flavour.ts'
import type { Flavour } from './flavour.ts'

export const hugo: Flavour = {
  name: 'hugo',
  signs: [/^hugo\.(?:toml|ya?ml|json)$/u, /^config\.toml$/u, /^archetypes$/u],
  steps: [snippets, shortcodes, variablesAsCode, attributes],
  html: 'with front matter',
  isMdx: neverMdx,
}
