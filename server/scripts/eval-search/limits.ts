import { ms, table } from './table.ts'

/** A figure beside the most that it may be. */
export type Limit = { what: string; measured: number; most: number; as: (value: number) => string; beside?: string }

export const inTime = (what: string, measured: number, most: number, beside = ''): Limit => ({
  what,
  measured,
  most,
  as: ms,
  beside,
})

export const limitsTable = (limits: readonly Limit[]): string =>
  table(
    ['limits', 'measured', 'at most', '', ''],
    limits.map(({ what, measured, most, as, beside = '' }) => [
      what,
      as(measured),
      as(most),
      measured <= most ? 'met' : 'missed',
      beside,
    ]),
  )
