// The text of an article as staff write it, and how it is told that it cannot be read.
import type { Block } from '@bilet/shared/article'
import type { Issue } from '@bilet/shared/problem'

export type WrittenText = { id: string; title: string; url?: string | undefined; markdown: string }
export type ReadBlocks = (text: WrittenText) => Promise<{ blocks: Block[] } | { issues: Issue[] }>

export const unreadable = { issues: [{ path: 'markdown', code: 'unreadable' }] }
