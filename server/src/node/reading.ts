// What strangers and staff send that takes long to read, read by a thread of its own: whatever it is made of, the event
// loop goes on.
import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { unreadable } from '../articles/written-text.ts'
import type { ReadBlocks } from '../articles/written-text.ts'
import type { Cleaned, CleanPicture } from '../attachments/image/clean-picture.ts'
import { StorageError } from '../database/database.ts'
import type { ReadForm } from '../http/multipart.ts'
import type { Answers, Order } from './reading-thread.ts'

export type Readers = { readForm: ReadForm; cleanPicture: CleanPicture; readBlocks: ReadBlocks }
export type Reading = { readers: Readers; stop: () => Promise<void> }

/** Source or build, it lies beside this one, in the same language. */
const threadModule = new URL(`reading-thread${extname(import.meta.url)}`, import.meta.url)

/** The worst that we know takes a second or two, where the machine has nothing else to do. */
const longestMs = 60_000
/** Each may hold ten megabytes: who comes when so many wait is told to come again. */
const mostWaiting = 32
/** Megabytes of the thread's own heap; bytes of pictures lie outside it. */
const heap = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 }
/** A thread that has had nothing to read for so long ends, and its memory with it. */
const idleMs = 30_000

/**
 * Reads one thing after another; the thread begins with the first of them. What takes it too long or breaks it is
 * refused as what cannot be read, and `onTrouble` is told.
 */
export function createReading(onTrouble: (error: unknown) => void, { endAfterMs = idleMs } = {}): Reading {
  let thread: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let idle: NodeJS.Timeout | undefined

  function end() {
    clearTimeout(idle)
    const ended = thread?.terminate()
    thread = undefined
    return ended
  }

  async function ask<K extends keyof Answers>(order: Order & { kind: K }, given: readonly ArrayBuffer[] = []) {
    thread ??= new Worker(threadModule, { resourceLimits: heap })
    clearTimeout(idle)
    try {
      thread.ref()
      thread.postMessage(order, given)
      const [answer]: Answers[K][] = await once(thread, 'message', { signal: AbortSignal.timeout(longestMs) })
      thread.unref()
      idle = setTimeout(() => void end(), endAfterMs).unref()
      return answer
    } catch (error) {
      onTrouble(error)
      void end()
      return undefined
    }
  }

  const read: typeof ask = async (order, given) => {
    if (waiting === mostWaiting) throw new StorageError('unavailable', new Error('too much waits to be read'))
    waiting++
    const mine = last.then(() => ask(order, given))
    last = mine.finally(() => waiting--)
    return mine
  }

  return {
    readers: {
      readForm: async (bytes, boundary) => (await read({ kind: 'form', bytes, boundary }, [bytes.buffer])) ?? null,
      cleanPicture: async (bytes) => (await read({ kind: 'picture', bytes }, [bytes.buffer])) ?? noPicture,
      readBlocks: async (text) => (await read({ kind: 'text', text })) ?? unreadable,
    },
    stop: async () => void (await end()),
  }
}

const noPicture: Cleaned = { outcome: 'refused', code: 'malformed_image' }
