import type { Size } from './picture.ts'

/** Samples of a pixel, by colour type. */
const channels: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

type Pass = [x: number, y: number, dx: number, dy: number]
const whole: readonly Pass[] = [[0, 0, 1, 1]]
/** Adam7: where each pass begins, and how far apart its pixels are. */
const interlaced: readonly Pass[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
]

/** How many bytes the scan lines of a picture are, each with its filter's byte, by the header of its PNG. */
export function scanLineBytes({ width, height }: Size, header: Uint8Array): number {
  const [depth = 8, colourType = 6] = header.subarray(8)
  const passes = header[12] === 1 ? interlaced : whole
  return passes.reduce((sum, [x, y, dx, dy]) => {
    const [columns, rows] = [Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)]
    if (columns <= 0 || rows <= 0) return sum
    return sum + rows * (1 + Math.ceil((columns * depth * (channels[colourType] ?? 4)) / 8))
  }, 0)
}
