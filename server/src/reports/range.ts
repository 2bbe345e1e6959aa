/** `[from, to)`, epoch milliseconds. */
export type Range = { from: number; to: number }
