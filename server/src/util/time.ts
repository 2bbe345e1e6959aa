/** Epoch milliseconds as RFC 3339 in UTC. */
export const toTime = (at: number) => new Date(at).toISOString()

export const toTimeOrNull = (at: number | null) => (at === null ? null : toTime(at))
