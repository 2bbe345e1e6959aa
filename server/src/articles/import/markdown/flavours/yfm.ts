import { attributes } from '../syntax/attributes.ts'
import { keys } from '../syntax/marks.ts'
import { fencesInCells, pipeTables } from '../syntax/pipe-tables.ts'
import { snippets } from '../syntax/snippets.ts'
import { tags } from '../syntax/tags.ts'
import { variables } from '../syntax/variables.ts'
import { yfmMarks } from '../syntax/yfm-marks.ts'
import { neverMdx } from './flavour.ts'
import type { Flavour } from './flavour.ts'

/** Yandex Flavored Markdown, of Diplodoc. */
export const yfm: Flavour = {
  name: 'yfm',
  signs: [/^\.yfm$/u, /^toc\.ya?ml$/u, /^presets\.ya?ml$/u],
  steps: [fencesInCells, snippets, tags, variables, pipeTables, yfmMarks, attributes, keys],
  html: 'parts',
  isMdx: neverMdx,
}
