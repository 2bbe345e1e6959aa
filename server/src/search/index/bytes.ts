/** Numbers, lists and texts written one after another; small numbers take one byte (LEB128). */
export type ByteWriter = {
  number: (value: number) => void
  numbers: (values: ArrayLike<number>) => void
  text: (value: string) => void
  /** What was written since the last time. */
  take: () => Uint8Array
}

export function createByteWriter(): ByteWriter {
  let bytes = new Uint8Array(1 << 16)
  let length = 0
  const reserve = (more: number): void => {
    if (length + more <= bytes.length) return
    const larger = new Uint8Array(Math.max(bytes.length + (bytes.length >> 1), length + more))
    larger.set(bytes)
    bytes = larger
  }
  const number = (value: number): void => {
    reserve(5)
    let rest = value
    for (; rest > 127; rest >>>= 7) bytes[length++] = (rest & 127) | 128
    bytes[length++] = rest
  }
  return {
    number,
    numbers(values) {
      number(values.length)
      for (let at = 0; at < values.length; at++) number(values[at] ?? 0)
    },
    text(value) {
      const encoded = new TextEncoder().encode(value)
      number(encoded.length)
      reserve(encoded.length)
      bytes.set(encoded, length)
      length += encoded.length
    },
    take() {
      const taken = bytes.slice(0, length)
      length = 0
      return taken
    },
  }
}

export type ByteReader = { number: () => number; numbers: () => Uint32Array; text: () => string }

/** Reads what a `ByteWriter` wrote; throws RangeError past the end. */
export function createByteReader(bytes: Uint8Array): ByteReader {
  const decoder = new TextDecoder()
  let at = 0
  const number = (): number => {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined) break
      value |= (byte & 127) << shift
      if (byte < 128) return value >>> 0
    }
    throw new RangeError('A number is cut short')
  }
  return {
    number,
    numbers() {
      const count = number()
      if (count > bytes.length - at) throw new RangeError('A list is cut short')
      return Uint32Array.from({ length: count }, number)
    },
    text() {
      const length = number()
      if (length > bytes.length - at) throw new RangeError('A text is cut short')
      at += length
      return decoder.decode(bytes.subarray(at - length, at))
    },
  }
}
