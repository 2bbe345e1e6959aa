export type WorstBody = {
  name: string
  method: 'GET' | 'POST' | 'PUT'
  path: string
  who: 'guest' | 'owner' | 'staff'
  body?: string | Uint8Array<ArrayBuffer>
  type?: string
  /** Milliseconds, where a route's own are too many for it. */
  budget?: number
}
