// Who is at a ticket right now. Kept in the storage, which all processes share; a few seconds old it is worth nothing.
import * as z from 'zod/mini'
import type { Storage } from 'unstorage'
import { digest } from '../util/digest.ts'
import { inTurns } from '../util/in-turns.ts'

export const Doing = z.enum(['looking', 'typing'])
export type Doing = z.infer<typeof Doing>

const Note = z.object({ name: z.string(), doing: Doing, at: z.number() })
type Note = z.infer<typeof Note>

type Agent = { id: string; name: string }

export type Presence = {
  /** Notes what the agent does at the ticket; gives the others who are at it, by name. */
  tell(ticketId: string, agent: Agent, doing: Doing): Promise<Omit<Note, 'at'>[]>
  leave(ticketId: string, agent: Agent): Promise<void>
  /** Forgets who went away without a word from tickets that nobody has looked at since. */
  sweep(): Promise<void>
}

/** Who has not been heard of for so long has gone, milliseconds. */
export const presenceMs = 12_000

const folder = 'presence'
const readsAtOnce = 16

const folderOf = async (ticketId: string) => `${folder}:${await digest(ticketId)}`
const keyOf = async (ticketId: string, { id }: Agent) => `${await folderOf(ticketId)}:${await digest(id)}`

export function createPresence(storage: Storage, { clock }: { clock: () => number }): Presence {
  /** A note by its key, forgotten where it is too old to be true. */
  async function read(key: string): Promise<Note[]> {
    const note = Note.safeParse(await storage.getItem(key)).data
    if (note && clock() - note.at < presenceMs) return [note]
    await storage.removeItem(key)
    return []
  }

  return {
    async tell(ticketId, agent, doing) {
      const own = await keyOf(ticketId, agent)
      await storage.setItem(own, { name: agent.name, doing, at: clock() })
      const keys = await storage.getKeys(await folderOf(ticketId))
      const notes = await Promise.all(keys.filter((key) => key !== own).map(read))
      return notes.flat().map(({ name, doing: what }) => ({ name, doing: what }))
    },
    async leave(ticketId, agent) {
      await storage.removeItem(await keyOf(ticketId, agent))
    },
    async sweep() {
      await inTurns(await storage.getKeys(folder), readsAtOnce, read)
    },
  }
}
