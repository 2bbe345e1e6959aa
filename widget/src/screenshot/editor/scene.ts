// What has been done to a picture, as data: marks over it and what was cropped. Points are in the picture's own pixels.

export type Point = { x: number; y: number }

export type Box = Point & { width: number; height: number }

export type Mark =
  | { kind: 'arrow'; from: Point; to: Point }
  | { kind: 'frame' | 'redact'; box: Box }
  | { kind: 'text'; at: Point; text: string }

export type Scene = { crop: Box; marks: Mark[] }

/** Scenes one after another, and which of them is on show. */
export type History = { scenes: [Scene, ...Scene[]]; at: number }

export const begin = (width: number, height: number): History => ({
  scenes: [{ crop: { x: 0, y: 0, width, height }, marks: [] }],
  at: 0,
})

export const sceneOf = ({ scenes, at }: History): Scene => scenes[at] ?? scenes[0]

/** Goes on from what is on show; what had been undone is forgotten. */
const goOn = ({ scenes: [first, ...rest], at }: History, next: Scene): History => ({
  scenes: [first, ...rest.slice(0, at), next],
  at: at + 1,
})

export const addMark = (history: History, mark: Mark): History => {
  const { crop, marks } = sceneOf(history)
  return goOn(history, { crop, marks: [...marks, mark] })
}

export const cropTo = (history: History, box: Box): History => goOn(history, { ...sceneOf(history), crop: box })

export const canUndo = ({ at }: History) => at > 0
export const canRedo = ({ scenes, at }: History) => at < scenes.length - 1
export const undo = (history: History): History => ({ ...history, at: Math.max(0, history.at - 1) })
export const redo = (history: History): History => ({
  ...history,
  at: Math.min(history.scenes.length - 1, history.at + 1),
})

/** The box between two points, in whole pixels: no part of a pixel at its edge stays out. */
export function boxBetween(from: Point, to: Point): Box {
  const x = Math.floor(Math.min(from.x, to.x))
  const y = Math.floor(Math.min(from.y, to.y))
  return { x, y, width: Math.ceil(Math.max(from.x, to.x)) - x, height: Math.ceil(Math.max(from.y, to.y)) - y }
}

/** The point, or the nearest one inside the box. */
export const within = ({ x, y, width, height }: Box, point: Point): Point => ({
  x: Math.min(Math.max(point.x, x), x + width),
  y: Math.min(Math.max(point.y, y), y + height),
})

/** Shorter than this, in the picture's pixels, it was a press and not a stroke. */
const shortest = 8

/** What a stroke of the tool from one point to another makes; null for a mere press. */
export function strokeOf(kind: 'arrow' | 'frame' | 'redact' | 'crop', from: Point, to: Point): Mark | Box | null {
  if (Math.hypot(to.x - from.x, to.y - from.y) < shortest) return null
  if (kind === 'arrow') return { kind, from, to }
  const box = boxBetween(from, to)
  if (box.width < shortest / 2 || box.height < shortest / 2) return null
  return kind === 'crop' ? box : { kind, box }
}

export const isMark = (stroke: Mark | Box): stroke is Mark => 'kind' in stroke
