import { useLayoutEffect, useRef } from 'preact/hooks'
import { effect } from '@preact/signals'
import type { PictureWords } from '../../panel/i18n/picture-words.ts'
import { createZoom, zoomKeys } from '../stage/zoom.ts'
import type { Zoom } from '../stage/zoom.ts'
import type { Drawing } from './drawing.ts'
import { letterOf, paintCrop, paintCursor, paintScene } from './paint.ts'
import { isMark, sceneOf } from './scene.ts'
import type { Point } from './scene.ts'

type SurfaceProps = { drawing: Drawing; picture: ImageBitmap; words: PictureWords }

/** The picture under the owner's hand: one finger, the mouse or the keys draw, two fingers zoom and move. */
export function Surface({ drawing, picture, words }: SurfaceProps) {
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const isByKeys = useRef(false)
  const zoomed = useRef<Zoom>(null)
  const { crop } = sceneOf(drawing.history.value)

  useLayoutEffect(() => {
    const [outer, element] = [box.current, canvas.current]
    if (!outer || !element) return undefined
    let turn = 0
    const paint = () => {
      const scene = sceneOf(drawing.history.value)
      const pending = drawing.pending()
      const marks = pending && isMark(pending) ? [...scene.marks, pending] : scene.marks
      paintScene(element, picture, { ...scene, marks })
      if (pending && !isMark(pending)) paintCrop(element, scene.crop, pending)
      if (isByKeys.current) paintCursor(element, scene.crop, drawing.cursor.value)
    }
    const zoom = createZoom(outer, element, {
      canPan: false,
      wheelZooms: false,
      onChange: () => undefined,
      onPinch: drawing.cancel,
    })
    zoomed.current = zoom
    // Readers of screens leave the arrow keys to it.
    element.setAttribute('role', 'application')
    let shown = crop
    const stop = effect(() => {
      // What is looked at here is followed; painted once a frame.
      void [drawing.history.value, drawing.stroke.value, drawing.cursor.value, drawing.tool.value]
      cancelAnimationFrame(turn)
      turn = requestAnimationFrame(() => {
        paint()
        const now = sceneOf(drawing.history.peek()).crop
        if (now !== shown) zoom.fit()
        shown = now
      })
    })
    paint()
    zoom.fit()
    element.autofocus = true
    return () => {
      cancelAnimationFrame(turn)
      stop()
      zoom.stop()
    }
  }, [picture])

  const pointOf = (event: PointerEvent): Point => {
    const { left, top, width, height } = (canvas.current ?? document.body).getBoundingClientRect()
    return {
      x: crop.x + ((event.clientX - left) / width) * crop.width,
      y: crop.y + ((event.clientY - top) / height) * crop.height,
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (zoomKeys(zoomed.current, event.key)) return event.preventDefault()
    isByKeys.current = true
    const isTaken = event.key === 'Escape' ? drawing.cancel() : drawing.key(event)
    if (isTaken) event.preventDefault()
  }

  return (
    <div ref={box} class="stage-view">
      <div class="canvas-place">
        <canvas
          ref={canvas}
          tabIndex={0}
          aria-label={`${words.canvas}. ${words.keys}`}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            if (event.button !== 0 || !event.isPrimary) return
            isByKeys.current = false
            event.currentTarget.setPointerCapture(event.pointerId)
            drawing.press(pointOf(event))
          }}
          onPointerMove={(event) => event.isPrimary && !isByKeys.current && drawing.move(pointOf(event))}
          onPointerUp={(event) => event.isPrimary && !isByKeys.current && drawing.release()}
          onPointerCancel={drawing.cancel}
        />
        <TextField drawing={drawing} canvas={canvas.current} words={words} />
      </div>
      <output class="unseen">{drawing.stroke.value && isByKeys.current ? words.begun : ''}</output>
    </div>
  )
}

/** Where a text goes: typed in place, put on the picture by Enter or on leaving. */
function TextField({
  drawing,
  canvas,
  words,
}: {
  drawing: Drawing
  canvas: HTMLCanvasElement | null
  words: PictureWords
}) {
  const field = useRef<HTMLInputElement>(null)
  const at = drawing.typing.value
  useLayoutEffect(() => field.current?.focus(), [at])
  if (!at || !canvas) return null
  const { crop } = sceneOf(drawing.history.value)
  const scale = canvas.getBoundingClientRect().width / crop.width
  const write = (element: HTMLInputElement) => {
    drawing.write(element.value)
    canvas.focus()
  }
  return (
    <input
      ref={field}
      class="canvas-text"
      aria-label={words.text}
      style={{
        left: `${(at.x - crop.x) * scale}px`,
        top: `${(at.y - crop.y) * scale}px`,
        fontSize: `${Math.max(12, letterOf(crop) * scale)}px`,
      }}
      onBlur={({ currentTarget }) => drawing.write(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault()
          drawing.cancel()
          canvas.focus()
        }
        if (event.key === 'Enter') write(event.currentTarget)
      }}
    />
  )
}
