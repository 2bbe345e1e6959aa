import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useDesk } from '../../panel/ui/context.ts'
import { Shape } from '../../panel/ui/icon.tsx'
import { shapes } from './icons.ts'
import { Stage } from './stage.tsx'
import { usePictureWords } from './use-picture-words.ts'
import { createZoom, zoomKeys, zoomStep } from './zoom.ts'
import type { Zoom } from './zoom.ts'

/** A picture that can be opened. `load` gives its bytes, or null where they cannot be had. */
export type Viewable = { key: string; name: string; load: () => Promise<Blob | null> }

type ViewerProps = {
  pictures: Viewable[]
  /** Key of the one to begin with. */
  start: string
  /** Where the picture may be changed. */
  onEdit?: ((key: string) => void) | undefined
  onClose: () => void
}

/** Draws the picture at its own size, for the zoom to stretch. False when it cannot be drawn. */
async function paint(canvas: HTMLCanvasElement, { load }: Viewable): Promise<boolean> {
  const bytes = await load()
  const bitmap = bytes && (await createImageBitmap(bytes).catch(() => null))
  if (!bitmap) return false
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  bitmap.close()
  return true
}

type ButtonProps = { label: string; icon: keyof typeof shapes; isOff?: boolean; act: () => void }

const Button = ({ label, icon, isOff = false, act }: ButtonProps) => (
  <button class={`icon-button ${icon}-stage`} aria-label={label} title={label} disabled={isOff} onClick={act}>
    <Shape d={shapes[icon]} />
  </button>
)

/** Pictures one at a time, over the whole window: zoomed by wheel, keys, pinch and double press. */
export function Viewer({ pictures, start, onEdit, onClose }: ViewerProps) {
  const { t } = useDesk()
  const words = usePictureWords()
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      pictures.findIndex(({ key }) => key === start),
    ),
  )
  const [scale, setScale] = useState(1)
  const [isUnseen, setUnseen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const zoom = useRef<Zoom>(null)
  const shown = pictures[at]

  useLayoutEffect(() => {
    if (!box.current || !canvas.current) return undefined
    const made = createZoom(box.current, canvas.current, { canPan: true, wheelZooms: true, onChange: setScale })
    zoom.current = made
    const element = box.current
    const onDoublePress = ({ clientX, clientY }: MouseEvent) => {
      if (made.isScrolled()) made.fit()
      else made.by(zoomStep ** 2, { x: clientX, y: clientY })
    }
    element.addEventListener('dblclick', onDoublePress)
    element.autofocus = true
    return () => {
      element.removeEventListener('dblclick', onDoublePress)
      made.stop()
    }
  }, [])
  useEffect(() => {
    let isGone = false
    const show = async () => {
      const element = canvas.current
      if (!element || !shown) return
      const isDrawn = await paint(element, shown)
      if (isGone) return
      setUnseen(!isDrawn)
      zoom.current?.fit()
    }
    void show()
    return () => {
      isGone = true
    }
  }, [shown?.key])

  const go = (by: number) => setAt((now) => Math.min(Math.max(0, now + by), pictures.length - 1))
  const keys: Record<string, () => void> = {
    PageDown: () => go(1),
    PageUp: () => go(-1),
    // Where there is nothing to move, arrows lead on.
    ...(!zoom.current?.isScrolled() && { ArrowRight: () => go(1), ArrowLeft: () => go(-1) }),
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = keys[event.key]
    if (!act && !zoomKeys(zoom.current, event.key)) return
    event.preventDefault()
    act?.()
  }
  if (!shown) return null
  return (
    <Stage label={shown.name} onClose={onClose} onKey={onKey}>
      <div class="stage-bar">
        <h2>{shown.name}</h2>
        {pictures.length > 1 && (
          <>
            <Button label={words.previous} icon="previous" isOff={at === 0} act={() => go(-1)} />
            <span class="secondary">{words.of(at + 1, pictures.length)}</span>
            <Button label={words.next} icon="next" isOff={at === pictures.length - 1} act={() => go(1)} />
          </>
        )}
        <Button label={words.zoomOut} icon="minus" act={() => zoom.current?.by(1 / zoomStep)} />
        <button class="scale" title={words.fit} onClick={() => zoom.current?.fit()}>
          {Math.round(scale * 100)} %
        </button>
        <Button label={words.zoomIn} icon="plus" act={() => zoom.current?.by(zoomStep)} />
        {onEdit && !isUnseen && (
          <button class="with-icon" onClick={() => onEdit(shown.key)}>
            <Shape d={shapes.pen} />
            {words.edit}
          </button>
        )}
        <Button label={t.close} icon="close" act={onClose} />
      </div>
      <div ref={box} class="stage-view" tabIndex={-1}>
        <canvas ref={canvas} hidden={isUnseen} />
        {isUnseen && <p class="stage-empty">{words.unseen}</p>}
      </div>
    </Stage>
  )
}
