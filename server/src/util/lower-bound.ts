/** The first place in `values[low … high - 1]`, which rise, that is not below `wanted`. */
export function lowerBound(values: Uint32Array, wanted: number, low = 0, high = values.length): number {
  let from = low
  let to = high
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((values[middle] ?? 0) < wanted) from = middle + 1
    else to = middle
  }
  return from
}

/** The same where the place is likely near `low`: the range is doubled until it holds it. */
export function lowerBoundNear(values: Uint32Array, wanted: number, low: number, high: number): number {
  let from = low
  let reach = 1
  while (from + reach < high && (values[from + reach] ?? 0) < wanted) {
    from += reach
    reach *= 2
  }
  return lowerBound(values, wanted, from, Math.min(high, from + reach + 1))
}
