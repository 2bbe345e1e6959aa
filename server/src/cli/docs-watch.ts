import { watch } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { importDocs } from '../articles/import/import-docs.ts'
import type { Finding } from '../articles/import/source.ts'
import type { ArticleLibrary } from '../articles/library.ts'
import { flavourOption, publishedAtOption, readFlavour, readPublishedAt } from './docs-options.ts'
import { defineCommand } from './command.ts'
import type { Io } from './command.ts'
import { withLibrary } from './open-library.ts'

/** Editors write a file in several steps, and a branch that is switched changes hundreds: what comes together is one. */
const settleMs = 300

export const docsWatch = defineCommand({
  name: 'docs watch',
  takes: ['<folder>'],
  about: 'Import a folder, then each change in it, until interrupted',
  options: {
    set: { type: 'string', value: 'name', about: 'the set of articles that the folder is (docs)' },
    flavour: flavourOption,
    'published-at': publishedAtOption,
  },
  more: 'What is deleted from the folder is removed from the desk. A running desk answers from the change within 5 s.',
  async run({ args: [folder = ''], options }, io) {
    const settings = {
      ...(options.set && { set: options.set }),
      flavour: readFlavour(options.flavour),
      publishedAt: readPublishedAt(options['published-at']),
      prune: true,
    }
    await withLibrary(io, async (library) => {
      const changes = watchFolder(folder, io.signal)
      do await importOnce(library, folder, { settings, io })
      while (await changes.next())
    })
  },
})

async function importOnce(
  library: ArticleLibrary,
  folder: string,
  { settings, io }: { settings: Parameters<typeof importDocs>[2]; io: Io },
) {
  const troubles: string[] = []
  const onFinding = (finding: Finding) => {
    if (finding.kind === 'failed') troubles.push(`failed ${finding.where}: ${finding.reason}`)
  }
  const { added, changed, removed, failed } = await importDocs(library, folder, { ...settings, onFinding })
  for (const trouble of troubles) io.err(trouble)
  io.out(`${added} added, ${changed} changed, ${removed.length} removed, ${failed} failed`)
}

/** `next` resolves once something changed since it was last asked and is quiet again; to false when `signal` aborts. */
function watchFolder(folder: string, signal: AbortSignal) {
  let isChanged = false
  let tell: (() => void) | undefined
  const wake = () => tell?.()
  const watcher = watch(folder, { recursive: true }, () => {
    isChanged = true
    wake()
  })
  signal.addEventListener('abort', () => {
    watcher.close()
    wake()
  })
  return {
    async next(): Promise<boolean> {
      if (!isChanged && !signal.aborted)
        await new Promise<void>((resolve) => {
          tell = resolve
        })
      while (isChanged && !signal.aborted) {
        isChanged = false
        await pause(settleMs)
        if (!isChanged) return true
      }
      return !signal.aborted
    },
  }
}
