import { attributes } from '../syntax/attributes.ts'
import { containers } from '../syntax/containers.ts'
import { variablesAsCode } from '../syntax/variables.ts'
import type { Flavour } from './flavour.ts'

/** Docusaurus, which takes all Markdown for MDX. */
export const docusaurus: Flavour = {
  name: 'docusaurus',
  signs: [/^docusaurus\.config\.\w+$/u],
  steps: [variablesAsCode, containers, attributes],
  html: 'parts',
  isMdx: () => true,
}
