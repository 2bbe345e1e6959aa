import { attributes } from '../syntax/attributes.ts'
import { indentedBlocks } from '../syntax/indented-blocks.ts'
import { highlights, icons, keys } from '../syntax/marks.ts'
import { slashBlocks } from '../syntax/slash-blocks.ts'
import { snippets } from '../syntax/snippets.ts'
import { variablesAsCode } from '../syntax/variables.ts'
import { neverMdx } from './flavour.ts'
import type { Flavour } from './flavour.ts'

/** MkDocs with Material and the extensions of PyMdown. */
export const mkdocs: Flavour = {
  name: 'mkdocs',
  signs: [/^mkdocs\.ya?ml$/u],
  steps: [snippets, variablesAsCode, indentedBlocks, slashBlocks, attributes, keys, icons, highlights],
  html: 'parts',
  isMdx: neverMdx,
}
