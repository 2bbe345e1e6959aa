// Puts a scene on a canvas. The file that is sent is made by the very same strokes, flat: under a redaction is nothing.
import type { Box, Mark, Point, Scene } from './scene.ts'

const colour = '#e0211b'
const halo = '#fff'
/** Of what is redacted. */
const cover = '#000'
/** Tells the cover from a dark picture. */
const coverEdge = '#8b93a1'

/** Width of a line, in the picture's pixels: seen at any size of the picture. */
export const lineOf = ({ width, height }: Box) => Math.max(3, Math.round(Math.max(width, height) / 320))

/** Height of letters, likewise. */
export const letterOf = (box: Box) => lineOf(box) * 7

type Context = CanvasRenderingContext2D

/** The same path twice: wide and white, then narrow and red, so that it is seen on any ground. */
function stroke(context: Context, line: number, draw: () => void) {
  for (const [width, style] of [
    [line * 2, halo],
    [line, colour],
  ] as const) {
    context.lineWidth = width
    context.strokeStyle = style
    context.beginPath()
    draw()
    context.stroke()
  }
}

function arrow(context: Context, line: number, from: Point, to: Point) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x)
  const head = Math.min(line * 9, Math.hypot(to.x - from.x, to.y - from.y))
  const wing = (turn: number) => [to.x - head * Math.cos(angle + turn), to.y - head * Math.sin(angle + turn)] as const
  stroke(context, line, () => {
    context.moveTo(from.x, from.y)
    context.lineTo(to.x, to.y)
    context.moveTo(...wing(0.5))
    context.lineTo(to.x, to.y)
    context.lineTo(...wing(-0.5))
  })
}

function letters(context: Context, size: number, { x, y }: Point, text: string) {
  context.font = `600 ${size}px system-ui, sans-serif`
  context.textBaseline = 'top'
  context.lineWidth = size / 4
  context.strokeStyle = halo
  context.fillStyle = colour
  context.strokeText(text, x, y)
  context.fillText(text, x, y)
}

function paintMark(context: Context, crop: Box, mark: Mark) {
  const line = lineOf(crop)
  if (mark.kind === 'arrow') return arrow(context, line, mark.from, mark.to)
  if (mark.kind === 'text') return letters(context, letterOf(crop), mark.at, mark.text)
  const { x, y, width, height } = mark.box
  if (mark.kind === 'frame') return stroke(context, line, () => context.rect(x, y, width, height))
  context.fillStyle = cover
  context.fillRect(x, y, width, height)
  context.lineWidth = Math.max(1, line / 3)
  context.strokeStyle = coverEdge
  context.strokeRect(x, y, width, height)
}

/** Sizes the canvas to what is left of the picture and paints it with its marks. */
export function paintScene(canvas: HTMLCanvasElement, picture: ImageBitmap, { crop, marks }: Scene): void {
  if (canvas.width !== crop.width || canvas.height !== crop.height) Object.assign(canvas, sizeOf(crop))
  const context = canvas.getContext('2d')
  if (!context) return
  context.setTransform(1, 0, 0, 1, -crop.x, -crop.y)
  context.lineJoin = 'round'
  context.lineCap = 'round'
  context.drawImage(picture, 0, 0)
  for (const mark of marks) paintMark(context, crop, mark)
}

const sizeOf = ({ width, height }: Box) => ({ width, height })

/** The box that a crop would leave, while it is drawn: the rest in shade. */
export function paintCrop(canvas: HTMLCanvasElement, crop: Box, box: Box): void {
  const context = canvas.getContext('2d')
  if (!context) return
  context.fillStyle = '#000a'
  context.beginPath()
  context.rect(crop.x, crop.y, crop.width, crop.height)
  context.rect(box.x, box.y, box.width, box.height)
  context.fill('evenodd')
}

/** Where the keyboard is. */
export function paintCursor(canvas: HTMLCanvasElement, crop: Box, { x, y }: Point): void {
  const context = canvas.getContext('2d')
  const arm = lineOf(crop) * 6
  if (!context) return
  stroke(context, lineOf(crop) / 2, () => {
    context.moveTo(x - arm, y)
    context.lineTo(x + arm, y)
    context.moveTo(x, y - arm)
    context.lineTo(x, y + arm)
  })
}

/** The scene as a file: PNG, for the encoder to make small. Null when the browser gives none. */
export function flatten(picture: ImageBitmap, scene: Scene): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  paintScene(canvas, picture, scene)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}
