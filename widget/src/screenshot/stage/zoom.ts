// Zooming and moving a picture inside a scrolled box: wheel, pinch, drag and buttons. No framework: it follows fingers.

export type Zoom = {
  /** Multiplies the size, keeping what is at the point (in client pixels) where it is; the middle by default. */
  by(factor: number, at?: { x: number; y: number }): void
  /** The whole picture, or the whole width of a long one. */
  fit(): void
  /** Whether the picture is larger than its box. */
  isScrolled(): boolean
  stop(): void
}

type ZoomOptions = {
  /** One finger, or the mouse, moves the picture; else it is left to whoever draws. */
  canPan: boolean
  /** The wheel alone zooms; else only with Ctrl, as trackpads say a pinch. */
  wheelZooms: boolean
  /** CSS pixels for one of the picture's. */
  onChange(scale: number): void
  /** Two fingers are down: what one of them had begun to draw is none. */
  onPinch?(): void
}

const most = 4
/** As many times longer than wide, it is read like a page. */
const longShape = 2.2

type Point = { x: number; y: number }

const middle = ([first, second]: Point[]): Point => ({
  x: ((first?.x ?? 0) + (second?.x ?? 0)) / 2,
  y: ((first?.y ?? 0) + (second?.y ?? 0)) / 2,
})
const distance = ([first, second]: Point[]) =>
  first && second ? Math.max(1, Math.hypot(first.x - second.x, first.y - second.y)) : 1

export function createZoom(box: HTMLElement, picture: HTMLCanvasElement, options: ZoomOptions): Zoom {
  const gone = new AbortController()
  const { signal } = gone
  const fingers = new Map<number, Point>()
  let scale = 1
  let isFitted = true

  const fitting = () => {
    const { width, height } = picture
    const padding = 2 * parseFloat(getComputedStyle(box).paddingLeft)
    const across = (box.clientWidth - padding) / width
    const whole = Math.min(across, (box.clientHeight - padding) / height)
    return Math.min(1, height / width > longShape ? across : whole) || 1
  }
  const apply = (next: number) => {
    scale = next
    picture.style.width = `${picture.width * scale}px`
    picture.style.height = `${picture.height * scale}px`
    options.onChange(scale)
  }
  const fit = () => {
    isFitted = true
    apply(fitting())
  }
  const by = (factor: number, at = centreOf(box)) => {
    const before = picture.getBoundingClientRect()
    const [x, y] = [(at.x - before.left) / scale, (at.y - before.top) / scale]
    const smallest = fitting()
    const next = Math.min(Math.max(smallest, scale * factor), Math.max(most, smallest))
    isFitted = next === smallest
    apply(next)
    const after = picture.getBoundingClientRect()
    box.scrollBy(after.left + x * scale - at.x, after.top + y * scale - at.y)
  }

  const onMove = (event: PointerEvent) => {
    if (!fingers.has(event.pointerId)) return
    const before = [...fingers.values()]
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    const now = [...fingers.values()]
    if (now.length === 1 && !options.canPan) return
    const [from, to] = now.length > 1 ? [middle(before), middle(now)] : [before[0], now[0]]
    if (from && to) box.scrollBy(from.x - to.x, from.y - to.y)
    if (to && now.length > 1) by(distance(now) / distance(before), to)
  }

  box.addEventListener(
    'pointerdown',
    ({ pointerId, pointerType, button, clientX, clientY }) => {
      if (button !== 0 || (pointerType === 'mouse' && !options.canPan)) return
      fingers.set(pointerId, { x: clientX, y: clientY })
      if (fingers.size === 2) options.onPinch?.()
      if (options.canPan) box.setPointerCapture(pointerId)
    },
    { signal },
  )
  box.addEventListener('pointermove', onMove, { signal })
  for (const name of ['pointerup', 'pointercancel'] as const)
    box.addEventListener(name, ({ pointerId }) => void fingers.delete(pointerId), { signal })
  box.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !options.wheelZooms) return
      event.preventDefault()
      by(Math.exp(-event.deltaY / 300), { x: event.clientX, y: event.clientY })
    },
    { signal, passive: false },
  )
  const watcher = new ResizeObserver(() => (isFitted ? fit() : by(1)))
  watcher.observe(box)

  return {
    by,
    fit,
    isScrolled: () => box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight,
    stop() {
      gone.abort()
      watcher.disconnect()
    },
  }
}

/** A press of «plus» or of its button. */
export const zoomStep = 1.5

/** Plus, minus and nought; false for any other key. */
export function zoomKeys(zoom: Zoom | null, key: string): boolean {
  if (key === '+' || key === '=') zoom?.by(zoomStep)
  else if (key === '-') zoom?.by(1 / zoomStep)
  else if (key === '0') zoom?.fit()
  else return false
  return true
}

function centreOf(box: HTMLElement): Point {
  const { left, top, width, height } = box.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}
