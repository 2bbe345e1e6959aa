import type { Block } from '@bilet/shared/article'
import type { Locale } from '@bilet/shared/locale'
import type { ElementContent, RootContent } from 'hast'
import type { Addresses } from './addresses.ts'
import type { Anchors } from './anchors.ts'
import type { OnTrouble } from './trouble.ts'

export type Node = RootContent | ElementContent

/** What reading one document carries along. `depth` is the level of the blocks being made. */
export type Reading = { addresses: Addresses; anchors: Anchors; depth: number; lang: Locale; onTrouble: OnTrouble }

/** How what is inside a part becomes blocks: handed down, so that parts need not know all kinds of blocks. */
export type ReadBlocks = (nodes: readonly Node[], reading: Reading) => Block[]
