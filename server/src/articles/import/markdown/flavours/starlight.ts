import { containers } from '../syntax/containers.ts'
import { variablesAsCode } from '../syntax/variables.ts'
import { looksLikeMdx } from './flavour.ts'
import type { Flavour } from './flavour.ts'

/** Astro's documentation theme. */
export const starlight: Flavour = {
  name: 'starlight',
  signs: [/^astro\.config\.\w+$/u],
  steps: [variablesAsCode, containers],
  html: 'parts',
  isMdx: looksLikeMdx,
}
