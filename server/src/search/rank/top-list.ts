/** Keeps the `limit` numbers with the highest values, best first; of equal ones the lower number. */
export type TopList = { offer: (number: number, value: number) => void; numbers: number[] }

export function createTopList(limit: number): TopList {
  const numbers: number[] = []
  const values: number[] = []
  const isAbove = (number: number, value: number, place: number): boolean =>
    value > (values[place] ?? 0) || (value === values[place] && number < (numbers[place] ?? 0))
  return {
    numbers,
    offer(number, value) {
      if (numbers.length === limit && !isAbove(number, value, limit - 1)) return
      let place = Math.min(numbers.length, limit - 1)
      for (; place > 0 && isAbove(number, value, place - 1); place--) {
        numbers[place] = numbers[place - 1] ?? 0
        values[place] = values[place - 1] ?? 0
      }
      numbers[place] = number
      values[place] = value
    },
  }
}
