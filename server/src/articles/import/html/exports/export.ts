import type { Root } from 'hast'

/** A page in the words that the reader of all formats knows. */
export type Exported = { hast: Root; title?: string | undefined; section?: string | undefined; leftOut?: string }

/** Gives a page that is this program's; undefined for any other. The tree may be changed. */
export type Export = (page: Root) => Exported | undefined
