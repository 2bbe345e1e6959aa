// Pictures, one at a time, as large as the window or larger: wheel, keys and buttons zoom, dragging moves.
import { useEffect, useRef, useState } from 'preact/hooks'
import { useInbox } from '../../ui/context.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { usePicture, viewed } from './picture-source.ts'

const largest = 8
const zoomStep = 1.4
/** A press on the picture makes it so large, or as it was. */
const pressZoom = 2.5

type Place = { zoom: number; x: number; y: number }
const fit: Place = { zoom: 1, x: 0, y: 0 }

export function Viewer() {
  const { t } = useInbox()
  const [place, setPlace] = useState(fit)
  const drag = useRef<{ x: number; y: number; hasMoved: boolean } | null>(null)
  const { pictures = [], at = 0 } = viewed.value ?? {}
  const picture = pictures[at]
  const source = usePicture(picture?.id ?? '')
  // Whoever leaves the ticket has looked enough.
  useEffect(() => () => void (viewed.value = null), [])

  const zoomBy = (by: number) =>
    setPlace((now) => {
      const zoom = Math.min(largest, Math.max(1, now.zoom * by))
      return zoom === 1 ? fit : { ...now, zoom }
    })
  const step = (by: number) => {
    const next = at + by
    if (next < 0 || next >= pictures.length) return
    viewed.value = { pictures, at: next }
    setPlace(fit)
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === '+' || key === '=') zoomBy(zoomStep)
    if (key === '-') zoomBy(1 / zoomStep)
    if (key === '0') setPlace(fit)
    if (key === 'ArrowRight' && place.zoom === 1) step(1)
    if (key === 'ArrowLeft' && place.zoom === 1) step(-1)
  }
  if (!picture) return null
  return (
    <Dialog title={picture.name || t.viewer.title} kind="full" onClose={() => (viewed.value = null)}>
      <button
        type="button"
        class="viewer"
        aria-label={`${picture.name}, ${place.zoom > 1 ? t.viewer.fit : t.viewer.zoomIn}`}
        data-autofocus
        onKeyDown={onKeyDown}
        onWheel={(event) => {
          event.preventDefault()
          zoomBy(event.deltaY < 0 ? zoomStep : 1 / zoomStep)
        }}
        onPointerDown={({ clientX, clientY, currentTarget, pointerId }) => {
          drag.current = { x: clientX - place.x, y: clientY - place.y, hasMoved: false }
          currentTarget.setPointerCapture(pointerId)
        }}
        onPointerMove={({ clientX, clientY, buttons }) => {
          const from = drag.current
          if (!from || buttons === 0 || place.zoom === 1) return
          from.hasMoved = true
          setPlace((now) => ({ ...now, x: clientX - from.x, y: clientY - from.y }))
        }}
        onClick={() => {
          if (!drag.current?.hasMoved) zoomBy(place.zoom > 1 ? 0 : pressZoom)
          drag.current = null
        }}
      >
        {source && (
          <img
            src={source}
            alt=""
            draggable={false}
            style={{ transform: `translate(${place.x}px, ${place.y}px) scale(${place.zoom})` }}
          />
        )}
        {source === null && t.viewer.failed}
      </button>
      <div class="viewer-tools">
        <button
          type="button"
          class="icon-button"
          aria-label={t.viewer.previous}
          onClick={() => step(-1)}
          disabled={at === 0}
        >
          <Icon name="back" />
        </button>
        <button type="button" class="icon-button" aria-label={t.viewer.zoomOut} onClick={() => zoomBy(1 / zoomStep)}>
          <Icon name="minus" />
        </button>
        <button type="button" class="quiet" onClick={() => setPlace(fit)}>
          {Math.round(place.zoom * 100)} %<span class="unseen"> {t.viewer.fit}</span>
        </button>
        <button type="button" class="icon-button" aria-label={t.viewer.zoomIn} onClick={() => zoomBy(zoomStep)}>
          <Icon name="plus" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={t.viewer.next}
          onClick={() => step(1)}
          disabled={at === pictures.length - 1}
        >
          <Icon name="right" />
        </button>
      </div>
    </Dialog>
  )
}
