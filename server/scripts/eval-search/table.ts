/** Columns padded to their widest cell, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')
  return [line(head), ...rows.map(line)].join('\n')
}

export const share = (value: number): string => value.toFixed(3).replace(/^0\./u, '.')
export const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`
export const kb = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`
export const mb = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`
