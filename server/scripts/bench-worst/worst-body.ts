export type WorstBody = {
  name: string
  method: 'GET' | 'POST' | 'PUT'
  path: string
  who: 'guest' | 'owner' | 'staff'
  body?: string | Uint8Array<ArrayBuffer>
  type?: string
  /** Milliseconds, where a route's own are too many for it. */
  budget?: number
  /** Does one thing after another, with others answered between: judged by its longest stretch. */
  isLong?: true
}

/** A desk that its owners have filled: tickets of the greatest length, and whose they are. */
export type FilledDesk = { ids: readonly string[]; requester: string }
