import { attributes } from '../syntax/attributes.ts'
import { inlineTags } from '../syntax/inline-tags.ts'
import { snippets } from '../syntax/snippets.ts'
import { tags } from '../syntax/tags.ts'
import { variables } from '../syntax/variables.ts'
import { neverMdx } from './flavour.ts'
import type { Flavour } from './flavour.ts'

/** Jekyll: Liquid and kramdown. */
export const jekyll: Flavour = {
  name: 'jekyll',
  signs: [/^_config\.ya?ml$/u],
  steps: [snippets, tags, variables, inlineTags, attributes],
  templates: [tags, variables],
  html: 'with front matter',
  isMdx: neverMdx,
}
