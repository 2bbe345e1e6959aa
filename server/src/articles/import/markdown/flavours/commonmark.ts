import { attributes } from '../syntax/attributes.ts'
import { containers } from '../syntax/containers.ts'
import { indentedBlocks } from '../syntax/indented-blocks.ts'
import { icons, keys, players } from '../syntax/marks.ts'
import { fencesInCells, pipeTables } from '../syntax/pipe-tables.ts'
import { shortcodes } from '../syntax/shortcodes.ts'
import { slashBlocks } from '../syntax/slash-blocks.ts'
import { snippets } from '../syntax/snippets.ts'
import type { Step } from '../syntax/step.ts'
import { tags } from '../syntax/tags.ts'
import { variables, variablesAsCode } from '../syntax/variables.ts'
import { looksLikeMdx } from './flavour.ts'
import type { Flavour } from './flavour.ts'

/** Names are filled in where tags are; a document that has no tags shows them to be typed. */
const tagsAndVariables: Step = (markdown, tools) =>
  markdown.includes('{%') ? variables(tags(markdown, tools), tools) : variablesAsCode(markdown, tools)

/**
 * A tree that does not tell its generator: CommonMark and GFM, and whatever of the flavours stands in it, for none of
 * them means anything else by it.
 */
export const commonmark: Flavour = {
  name: 'commonmark',
  signs: [],
  steps: [
    fencesInCells,
    snippets,
    shortcodes,
    tagsAndVariables,
    pipeTables,
    indentedBlocks,
    slashBlocks,
    containers,
    attributes,
    keys,
    icons,
    players,
  ],
  html: 'pages',
  isMdx: looksLikeMdx,
}
