import { useEffect, useRef } from 'preact/hooks'

/** Edge of the square, in device pixels of a dense screen. */
const edge = 144

/** Draws the middle of the picture. */
async function paint(canvas: HTMLCanvasElement, bytes: Blob) {
  const bitmap = await createImageBitmap(bytes)
  const { width, height } = bitmap
  const side = Math.min(width, height)
  canvas
    .getContext('2d')
    ?.drawImage(bitmap, (width - side) / 2, Math.max(0, (height - side) / 4), side, side, 0, 0, edge, edge)
  bitmap.close()
}

/** A picture drawn on a canvas: the page's policy may forbid images from elsewhere and from blobs. */
export function Thumbnail({ load }: { load: () => Promise<Blob | null> }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let isGone = false
    const draw = async () => {
      const bytes = await load()
      if (bytes && canvas.current && !isGone) await paint(canvas.current, bytes)
    }
    // What cannot be drawn stays a plain square: the file itself is safe.
    draw().catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [])
  return <canvas ref={canvas} width={edge} height={edge} aria-hidden="true" />
}
