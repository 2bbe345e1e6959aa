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
