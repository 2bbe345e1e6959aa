// A picture made ready to send: decoded and drawn anew, so that it stands upright, fits, and tells nothing of its camera.
// Runs in a worker or in the page; asks for no DOM where the browser has a canvas without one.
import { fitSize } from './fit.ts'
import type { Size } from './fit.ts'
import { headBytes, readKind } from './kinds.ts'
import type { Kind } from './kinds.ts'

/** `picture_unreadable`: the browser cannot decode it; `kind` tells what it seemed to be. */
export type Encoded = { ok: true; blob: Blob } | { ok: false; kind: Kind }

/** Where this file is, for a worker to fetch it from. */
export const address = import.meta.url

/** What a picture weighs as a rule at most, in bytes: twelve seconds at 40 KB/s. */
export const usualBytes = 500 * 1024

type Step = { type: string; quality: number }

/** Tried in turn until one is light enough; the last one is taken whatever it weighs. */
const lossy: Step[] = [
  { type: 'image/webp', quality: 0.9 },
  { type: 'image/webp', quality: 0.8 },
  { type: 'image/webp', quality: 0.65 },
]
/** The same for browsers that write no WebP. */
const jpeg: Step[] = lossy.map(({ quality }) => ({ type: 'image/jpeg', quality }))
const png: Step = { type: 'image/png', quality: 1 }

/** Rows are drawn this many at a time; between two bands others have their turn. */
const bandPixels = 400_000

const breath = () => new Promise((resolve) => setTimeout(resolve))

type Canvas = OffscreenCanvas | HTMLCanvasElement

/** In the page an element's own canvas writes its file in idle time; another one would hold the page up. */
const createCanvas = ({ width, height }: Size): Canvas =>
  typeof document === 'undefined'
    ? new OffscreenCanvas(width, height)
    : Object.assign(document.createElement('canvas'), { width, height })

/** Both kinds of canvas draw the same way. */
const contextOf = (canvas: Canvas) =>
  'convertToBlob' in canvas
    ? canvas.getContext('2d', { willReadFrequently: true })
    : canvas.getContext('2d', { willReadFrequently: true })

const toBlob = (canvas: Canvas, { type, quality }: Step) =>
  'convertToBlob' in canvas
    ? canvas.convertToBlob({ type, quality })
    : new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality))

/** Draws the picture at a size, a band at a time. A transparent one gets the white that its page would have. */
async function draw(bitmap: ImageBitmap, size: Size): Promise<Canvas> {
  const canvas = createCanvas(size)
  const context = contextOf(canvas)
  if (!context) throw new Error('no canvas')
  context.imageSmoothingQuality = 'high'
  context.fillStyle = '#fff'
  context.fillRect(0, 0, size.width, size.height)
  const scale = bitmap.height / size.height
  const rows = Math.max(1, Math.floor(bandPixels / (size.width * scale * scale)))
  for (let top = 0; top < size.height; top += rows) {
    const height = Math.min(rows, size.height - top)
    context.drawImage(bitmap, 0, top * scale, bitmap.width, height * scale, 0, top, size.width, height)
    await breath()
  }
  return canvas
}

/** The first of the steps that is light enough, or the last; what is far too heavy does not try those between. */
async function write(canvas: Canvas, steps: Step[]): Promise<Blob | null> {
  let best: Blob | null = null
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1
    if (best && best.type === step.type && best.size > usualBytes * 2 && !isLast) continue
    const blob = await toBlob(canvas, step)
    // Where a type cannot be written the browser gives PNG.
    if (blob?.type !== step.type) continue
    if (!best || blob.size < best.size) best = blob
    if (blob.size <= usualBytes) break
  }
  return best
}

/** A JPEG that lost its end, as one saved in a hurry, opens once it has an end again. */
const jpegEnd = new Uint8Array([0xff, 0xd9])

const open = (bytes: Blob) => createImageBitmap(bytes, { imageOrientation: 'from-image' })

const decode = (file: Blob, kind: Kind) =>
  open(file).catch((error: unknown) => {
    if (kind !== 'jpeg') throw error
    return open(new Blob([file, jpegEnd]))
  })

const canWriteWebp = async () => {
  const canvas = createCanvas({ width: 1, height: 1 })
  // In a worker a canvas is written only once it has a context.
  contextOf(canvas)
  const blob = await toBlob(canvas, { type: 'image/webp', quality: 0.5 })
  return blob?.type === 'image/webp'
}

/**
 * The picture within `fitSize`, as a rule within `usualBytes`: lossless where it is not scaled and light enough, else
 * WebP or JPEG. Moving pictures stay as they are. Never throws.
 */
export async function encodePicture(file: Blob): Promise<Encoded> {
  const { kind, isMoving } = readKind(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()))
  if (isMoving) return { ok: true, blob: file }
  try {
    const bitmap = await decode(file, kind)
    const size = fitSize(bitmap)
    const canvas = await draw(bitmap, size)
    const isPhoto = kind === 'jpeg' || kind === 'heic'
    const isWhole = size.width === bitmap.width
    bitmap.close()
    const steps = [...(isWhole && !isPhoto ? [png] : []), ...((await canWriteWebp()) ? lossy : jpeg)]
    const blob = await write(canvas, steps)
    return blob ? { ok: true, blob } : { ok: false, kind }
  } catch {
    return { ok: false, kind }
  }
}

/** What a worker does with this file: one picture for each message. */
export function serve() {
  addEventListener('message', ({ data }: MessageEvent<Blob>) => {
    void encodePicture(data).then((encoded) => postMessage(encoded))
  })
}
