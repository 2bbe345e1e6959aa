// From the owner's hand to a scene: the stroke under way, by pointer or by keys. Tells nothing of how it looks.
import { signal } from '@preact/signals'
import type { Tool } from '../../panel/i18n/picture-words.ts'
import { addMark, begin, cropTo, isMark, redo, sceneOf, strokeOf, undo, within } from './scene.ts'
import type { Point } from './scene.ts'

/** Steps of the keyboard's point, in the picture's pixels. */
const step = 8
const leap = 64

const arrows: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

export function createDrawing(width: number, height: number) {
  const history = signal(begin(width, height))
  const tool = signal<Tool>('arrow')
  /** Where the keyboard's point is. */
  const cursor = signal<Point>({ x: Math.round(width / 2), y: Math.round(height / 2) })
  const stroke = signal<{ from: Point; to: Point } | null>(null)
  /** Where a text is being typed. */
  const typing = signal<Point | null>(null)

  const crop = () => sceneOf(history.value).crop
  const inside = (point: Point) => within(crop(), point)

  /** What the stroke under way would make. */
  const pending = () => {
    const { value } = stroke
    return value && tool.value !== 'text' ? strokeOf(tool.value, value.from, value.to) : null
  }
  const press = (at: Point) => {
    stroke.value = { from: inside(at), to: inside(at) }
  }
  const move = (to: Point) => {
    if (stroke.value) stroke.value = { ...stroke.value, to: inside(to) }
  }
  const release = () => {
    const made = pending()
    // A keyboard on the screen opens only for a finger that goes up.
    if (tool.value === 'text') typing.value = stroke.value?.to ?? null
    stroke.value = null
    if (!made) return
    if (isMark(made)) history.value = addMark(history.value, made)
    else {
      history.value = cropTo(history.value, made)
      cursor.value = { x: made.x + Math.round(made.width / 2), y: made.y + Math.round(made.height / 2) }
    }
  }
  /** Gives the stroke or the text up. False where there was none. */
  const cancel = () => {
    const wasBusy = stroke.value !== null || typing.value !== null
    stroke.value = null
    typing.value = null
    return wasBusy
  }
  const restore = (turn: typeof undo) => {
    cancel()
    history.value = turn(history.value)
    cursor.value = inside(cursor.value)
  }

  return {
    history,
    tool,
    cursor,
    stroke,
    typing,
    pending,
    press,
    move,
    release,
    cancel,
    take(next: Tool) {
      cancel()
      tool.value = next
    },
    undo: () => restore(undo),
    redo: () => restore(redo),
    /** The typed text becomes a mark; an empty one does not. */
    write(text: string) {
      const at = typing.value
      typing.value = null
      if (at && text.trim()) history.value = addMark(history.value, { kind: 'text', at, text: text.trim() })
    },
    /** A key on the picture; false where it says nothing here. */
    key({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): boolean {
      const way = arrows[key]
      if (way) {
        const by = shiftKey ? leap : step
        cursor.value = inside({ x: cursor.value.x + way.x * by, y: cursor.value.y + way.y * by })
        move(cursor.value)
        return true
      }
      if (key !== 'Enter' && key !== ' ') return false
      const isEnd = stroke.value !== null || tool.value === 'text'
      if (!stroke.value) press(cursor.value)
      if (isEnd) release()
      return true
    },
  }
}
export type Drawing = ReturnType<typeof createDrawing>
