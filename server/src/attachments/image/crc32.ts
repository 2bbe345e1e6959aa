// CRC-32 of PNG (ISO 3309), eight bytes at a step with a table for each of them: "slicing by 8" (Kounavis and Berry).

const polynomial = 0xedb88320

const t0 = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1
  return crc
})
/** The table for a byte that one more follows. */
const followed = (table: Uint32Array) => table.map((crc) => (crc >>> 8) ^ (t0[crc & 0xff] ?? 0))
const t1 = followed(t0)
const t2 = followed(t1)
const t3 = followed(t2)
const t4 = followed(t3)
const t5 = followed(t4)
const t6 = followed(t5)
const t7 = followed(t6)

export function crc32(bytes: Uint8Array): number {
  let crc = -1
  let at = 0
  for (; at + 8 <= bytes.length; at += 8) {
    const low = crc ^ (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24))
    crc =
      t7[low & 0xff]! ^
      t6[(low >>> 8) & 0xff]! ^
      t5[(low >>> 16) & 0xff]! ^
      t4[low >>> 24]! ^
      t3[bytes[at + 4]!]! ^
      t2[bytes[at + 5]!]! ^
      t1[bytes[at + 6]!]! ^
      t0[bytes[at + 7]!]!
  }
  for (; at < bytes.length; at++) crc = t0[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8)
  return ~crc >>> 0
}
