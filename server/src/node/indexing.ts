// The search index, built and read by a thread of its own each time: of a large library it takes a second, and its memory
// goes with the thread.
import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { indexHere } from '../articles/indexing.ts'
import type { Indexing } from '../articles/indexing.ts'
import type { ArticleLibrary } from '../articles/library.ts'
import { fromSent } from '../search/index/sent.ts'
import type { IndexAnswers, IndexOrder } from './indexing-thread.ts'

/** Source or build, it lies beside this one, in the same language. */
const threadModule = new URL(`indexing-thread${extname(import.meta.url)}`, import.meta.url)

/**
 * Over the storage of this URL, which the thread opens for itself. What a thread cannot do is done here, and `onTrouble` is
 * told: a slow answer is better than none. What only this process holds (`memory:`) is indexed here too.
 */
export function createIndexing(storageUrl: string, onTrouble: (error: unknown) => void) {
  async function ask<K extends keyof IndexAnswers>(order: IndexOrder & { kind: K }): Promise<IndexAnswers[K]> {
    const thread = new Worker(threadModule, { workerData: { storageUrl, order } })
    try {
      const [answer]: IndexAnswers[K][] = await once(thread, 'message')
      if (answer === undefined) throw new Error('the thread said nothing')
      return answer
    } finally {
      void thread.terminate()
    }
  }

  async function orHere<T>(there: Promise<T>, hereInstead: () => Promise<T>): Promise<T> {
    try {
      return await there
    } catch (error) {
      onTrouble(error)
      return hereInstead()
    }
  }

  return (library: ArticleLibrary): Indexing => {
    const here = indexHere(library)
    if (storageUrl === 'memory:') return here
    return {
      publish: () => orHere<unknown>(ask({ kind: 'publish' }), here.publish),
      load: (version) =>
        version === undefined
          ? here.load(version)
          : orHere(ask({ kind: 'load', version }).then(fromSent), () => here.load(version)),
    }
  }
}
