/** Whole numbers added one by one, each in as few bytes as will do: a list of them takes eight or sixteen. */
export type GrowingNumbers<T> = {
  add: (value: number) => void
  length: () => number
  /** What was added so far, in place: to be read before more is added. */
  all: () => T
}

export function createGrowingNumbers(): GrowingNumbers<Int32Array> {
  const { room, ...numbers } = growing(new Int32Array(1_024), (length) => new Int32Array(length))
  return { ...numbers, all: () => room().subarray(0, numbers.length()) }
}

/** Of 0 to 255. */
export function createGrowingBytes(): GrowingNumbers<Uint8Array> {
  const { room, ...numbers } = growing(new Uint8Array(1_024), (length) => new Uint8Array(length))
  return { ...numbers, all: () => room().subarray(0, numbers.length()) }
}

type Room = { length: number; [at: number]: number; set: (values: ArrayLike<number>) => void }

function growing<T extends Room>(first: T, roomOf: (length: number) => T) {
  let room: T = first
  let length = 0
  return {
    add(value: number) {
      if (length === room.length) {
        const larger = roomOf(length + (length >> 1))
        larger.set(room)
        room = larger
      }
      room[length++] = value
    },
    length: () => length,
    room: () => room,
  }
}
