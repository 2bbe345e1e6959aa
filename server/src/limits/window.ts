/** Counts what a key spends in a window of so many seconds. Rejects only when it cannot count. */
export type Window = (key: string, points: number) => Promise<{ spent: number; resetMs: number }>

export type WindowOptions = { name: string; points: number; seconds: number }

export type OpenWindow = (options: WindowOptions) => Window
