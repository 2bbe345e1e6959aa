import { tags } from '../syntax/tags.ts'
import { variablesAsCode } from '../syntax/variables.ts'
import { neverMdx } from './flavour.ts'
import type { Flavour } from './flavour.ts'

export const gitbook: Flavour = {
  name: 'gitbook',
  signs: [/^\.gitbook(?:\.ya?ml)?$/u, /^SUMMARY\.md$/u],
  steps: [tags, variablesAsCode],
  html: 'parts',
  isMdx: neverMdx,
}
