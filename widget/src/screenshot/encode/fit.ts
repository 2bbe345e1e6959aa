// How large a picture is sent: large enough for the smallest letters of a screen, small enough for a slow network.

export type Size = { width: number; height: number }

/** Longest side of a screen or a photo, in pixels. */
const longest = 1920
/** A picture this many times as long as it is wide is a whole page, or several screens side by side. */
const longShape = 2.2
/** Of such a picture the narrow side counts: one screen's letters stay as they are. */
const narrowest = 1440
/** What the phones with the least memory still draw, and less than the desk takes. */
const mostPixels = 16_000_000
/** WebP goes no further. */
const furthest = 16_000

/** The size to send a picture at, in pixels: never larger than it is, and of the same shape. */
export function fitSize({ width, height }: Size): Size {
  const [long, narrow] = [Math.max(width, height), Math.min(width, height)]
  const isLong = long / narrow >= longShape
  const scale = Math.min(
    1,
    isLong ? Math.max(longest / long, narrowest / narrow) : longest / long,
    furthest / long,
    Math.sqrt(mostPixels / (width * height)),
  )
  const scaled = (side: number) => Math.max(1, Math.round(side * scale))
  return { width: scaled(width), height: scaled(height) }
}
