/** DDL of one step for each engine. Never changed once released: a change is the next step. */
export type Migration = { version: number; sqlite: readonly string[]; postgres: readonly string[] }
