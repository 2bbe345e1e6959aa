import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useDesk } from '../../panel/ui/context.ts'
import { Shape } from '../../panel/ui/icon.tsx'
import { shapes } from '../stage/icons.ts'
import { Stage } from '../stage/stage.tsx'
import { usePictureWords } from '../stage/use-picture-words.ts'
import { createDrawing } from './drawing.ts'
import { flatten } from './paint.ts'
import { canRedo, canUndo, sceneOf } from './scene.ts'
import { Surface } from './surface.tsx'
import { Toolbar } from './toolbar.tsx'

export type EditorProps = {
  name: string
  load: () => Promise<Blob | null>
  /** Just taken and not in the ticket yet: the buttons say so. */
  isNew?: boolean
  /** `changed` is null where nothing was changed. */
  onDone: (changed: Blob | null) => void
  onCancel: () => void
}

type Loaded = ImageBitmap | 'unseen' | null

/** The picture as the browser draws it; gives its memory back at the end. */
function usePicture(load: EditorProps['load']): Loaded {
  const [picture, setPicture] = useState<Loaded>(null)
  useEffect(() => {
    let bitmap: ImageBitmap | null = null
    let isGone = false
    const open = async () => {
      const bytes = await load()
      bitmap = bytes && (await createImageBitmap(bytes))
      if (isGone) bitmap?.close()
      else setPicture(bitmap ?? 'unseen')
    }
    open().catch(() => setPicture('unseen'))
    return () => {
      isGone = true
      bitmap?.close()
    }
  }, [])
  return picture
}

function Turn({
  label,
  keys,
  d,
  isOff,
  act,
}: {
  label: string
  keys: string
  d: string
  isOff: boolean
  act: () => void
}) {
  return (
    <button class="icon-button" aria-label={label} title={`${label} (${keys})`} aria-disabled={isOff} onClick={act}>
      <Shape d={d} />
    </button>
  )
}

function Work({ name, picture, isNew, onDone, onCancel }: EditorProps & { picture: ImageBitmap }) {
  const words = usePictureWords()
  const drawing = useMemo(() => createDrawing(picture.width, picture.height), [picture])
  const [isBusy, setBusy] = useState(false)
  const leave = useRef<HTMLButtonElement>(null)
  const history = drawing.history.value

  const finish = async () => {
    if (isBusy) return
    setBusy(true)
    onDone(canUndo(history) ? await flatten(picture, sceneOf(history)) : null)
  }
  const onKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return
    event.preventDefault()
    if (event.shiftKey) drawing.redo()
    else drawing.undo()
  }

  return (
    // Work is not lost by one key: Esc leads to the button that leaves.
    <Stage
      label={`${words.edit}: ${name}`}
      onClose={() => (canUndo(history) ? leave.current?.focus() : onCancel())}
      onKey={onKey}
    >
      <div class="editor">
        <div class="stage-bar">
          <Toolbar drawing={drawing} words={words} />
        </div>
        <Surface drawing={drawing} picture={picture} words={words} />
        <div class="editor-foot">
          <span class="editor-turns">
            <Turn label={words.undo} keys="Ctrl+Z" d={shapes.undo} isOff={!canUndo(history)} act={drawing.undo} />
            <Turn label={words.redo} keys="Ctrl+Shift+Z" d={shapes.redo} isOff={!canRedo(history)} act={drawing.redo} />
          </span>
          <p class="hint">
            {words.hint[drawing.tool.value]} <span class="for-keys">{words.keys}</span>
          </p>
          <button ref={leave} onClick={onCancel}>
            {isNew ? words.throwAway : words.cancel}
          </button>
          <button class="primary" aria-busy={isBusy} onClick={() => void finish()}>
            {isNew ? words.add : words.done}
          </button>
        </div>
      </div>
    </Stage>
  )
}

/** Crop, point, frame, write and redact; what is given back is flat. */
export function Editor(props: EditorProps) {
  const { t } = useDesk()
  const words = usePictureWords()
  const picture = usePicture(props.load)
  if (picture === null) return null
  if (picture !== 'unseen') return <Work {...props} picture={picture} />
  return (
    <Stage label={props.name} onClose={props.onCancel} onKey={() => undefined}>
      <div class="stage-bar">
        <h2>{props.name}</h2>
        <button onClick={props.onCancel}>{t.close}</button>
      </div>
      <p class="stage-empty">{words.unseen}</p>
    </Stage>
  )
}
