// The flavours that the importer knows, one a file.
import { commonmark } from './commonmark.ts'
import { docusaurus } from './docusaurus.ts'
import type { Flavour } from './flavour.ts'
import { gitbook } from './gitbook.ts'
import { hugo } from './hugo.ts'
import { jekyll } from './jekyll.ts'
import { mkdocs } from './mkdocs.ts'
import { starlight } from './starlight.ts'
import { vitepress } from './vitepress.ts'
import { yfm } from './yfm.ts'

/** In the order in which their signs are looked for: the surest first. */
export const flavours: readonly Flavour[] = [
  docusaurus,
  vitepress,
  starlight,
  mkdocs,
  yfm,
  hugo,
  jekyll,
  gitbook,
  commonmark,
]

export const flavourNames = flavours.map(({ name }) => name)

export const flavourNamed = (name: string): Flavour | undefined => flavours.find((flavour) => flavour.name === name)

/** What the names in a tree's root, then in the folders above it, tell; CommonMark where none does. */
export const flavourOf = (folders: readonly (readonly string[])[]): Flavour =>
  folders
    .flatMap((names) => flavours.filter(({ signs }) => signs.some((sign) => names.some((name) => sign.test(name)))))
    .at(0) ?? commonmark
