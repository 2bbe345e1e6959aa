/** Whole numbers of 32 bits added one by one: a fifth of what a list of them takes. */
export type GrowingNumbers = {
  add: (value: number) => void
  length: () => number
  /** What was added so far, in place: to be read before more is added. */
  all: () => Int32Array<ArrayBuffer>
}

export function createGrowingNumbers(): GrowingNumbers {
  let numbers = new Int32Array(1_024)
  let length = 0
  return {
    add(value) {
      if (length === numbers.length) {
        const larger = new Int32Array(numbers.length + (numbers.length >> 1))
        larger.set(numbers)
        numbers = larger
      }
      numbers[length++] = value
    },
    length: () => length,
    all: () => numbers.subarray(0, length),
  }
}
