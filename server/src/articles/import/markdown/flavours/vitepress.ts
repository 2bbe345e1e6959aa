import { attributes } from '../syntax/attributes.ts'
import { containers } from '../syntax/containers.ts'
import { snippets } from '../syntax/snippets.ts'
import { variables } from '../syntax/variables.ts'
import { neverMdx } from './flavour.ts'
import type { Flavour } from './flavour.ts'

/** VitePress, and VuePress before it. */
export const vitepress: Flavour = {
  name: 'vitepress',
  signs: [/^\.(?:vite|vue)press$/u],
  steps: [snippets, variables, containers, attributes],
  html: 'parts',
  isMdx: neverMdx,
}
