import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { CaptureFailure } from '../../../screenshot/capture.ts'
import { limits } from '@bilet/shared/limits'
import { fetched } from '../../fetched.ts'
import { writingOf } from '../../models/writing.ts'
import { useWords } from '../../ui/context.ts'
import { FilePicker } from '../../ui/file-picker.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PictureEditor } from '../../ui/picture-stage.tsx'
import { PictureList } from '../../ui/pictures.tsx'
import { Field } from './field.tsx'

const pasteKeys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘V' : 'Ctrl+V'

const canCapture = 'mediaDevices' in navigator && 'getDisplayMedia' in navigator.mediaDevices

/** Picks files; dropping and pasting work anywhere in the panel. */
function DropZone() {
  const { desk, t } = useWords()
  const { pictures } = writingOf(desk)
  return (
    <div class="drop">
      <FilePicker label={t.ticket.drop} class="link with-icon" onPick={(files) => pictures.add(files)}>
        <Icon name="image" />
        {t.ticket.drop}
      </FilePicker>
      <span class="for-mouse">{t.ticket.dropHint(pasteKeys)}</span>
      <small>{t.ticket.dropTouch}</small>
    </div>
  )
}

/** A still of the screen, looked at and changed before it goes; its code is fetched at the press. */
function Capture() {
  const { desk, t } = useWords()
  const { pictures } = writingOf(desk)
  const [taken, setTaken] = useState<File | null>(null)
  const [failure, setFailure] = useState<CaptureFailure | null>(null)
  const capture = async () => {
    setFailure(null)
    const result = await fetched(() => import('../../../screenshot/capture.ts')).then(
      ({ captureScreen }) => captureScreen((isAway) => void (desk.isAway.value = isAway)),
      () => ({ failure: 'offline' as const }),
    )
    if ('failure' in result) setFailure(result.failure)
    else setTaken(result.file)
  }
  const put = (file: Blob | null) => {
    if (file) pictures.add([file])
    setTaken(null)
  }
  return (
    <>
      <button class="link with-icon" onClick={() => void capture()}>
        <Icon name="screen" />
        {t.ticket.capture}
      </button>
      {failure && failure !== 'cancelled' && <p class="note amber">{t.ticket.captureFailed[failure](pasteKeys)}</p>}
      {taken && (
        <PictureEditor
          isNew
          name={taken.name}
          load={async () => taken}
          onDone={(changed) => put(changed ?? taken)}
          onCancel={() => put(null)}
        />
      )}
    </>
  )
}

/** Links to pictures kept elsewhere, and after `children` the way to one more. */
function Links({ children }: { children: ComponentChildren }) {
  const { desk, t } = useWords()
  const { links } = desk.draft.fields.value
  const toFocus = useRef<number | null>(null)
  /** The focus goes to a field that comes; from one that goes to the next, and from the last to the way to one more. */
  const set = (next: string[], focus: number) => {
    toFocus.current = focus
    desk.draft.set({ links: next, nothingToShow: false })
  }
  const focusAt = (index: number) => (element: HTMLElement | null) => {
    if (!element || index !== toFocus.current) return
    toFocus.current = null
    element.focus()
  }
  return (
    <>
      {links.map((link, index) => (
        <div key={index} class="with-remove">
          <input
            ref={focusAt(index)}
            type="url"
            aria-label={t.ticket.link}
            value={link}
            maxLength={limits.url}
            placeholder={t.ticket.linkHint}
            onInput={({ currentTarget }) => desk.draft.set({ links: links.with(index, currentTarget.value) })}
          />
          <button
            class="icon-button"
            aria-label={`${t.remove}: ${t.ticket.link}`}
            onClick={() => set(links.toSpliced(index, 1), index)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <p class="other-ways">
        {children}
        {links.length < limits.links && (
          <button ref={focusAt(links.length)} class="link with-icon" onClick={() => set([...links, ''], links.length)}>
            <Icon name="link" />
            {t.ticket.addLink}
          </button>
        )}
      </p>
    </>
  )
}

/** Something to look at (R15), or the honest way out. */
export function Screenshot() {
  const { desk, t } = useWords()
  const { pictures } = writingOf(desk)
  const { nothingToShow, pictures: arrived, links } = desk.draft.fields.value
  const takesPictures = desk.support.takesPictures.value
  const isGiven = arrived.length + links.length + pictures.uploads.value.length > 0
  if (nothingToShow && !isGiven)
    return (
      <Field field="screenshot" label={t.ticket.screenshot}>
        <p class="chosen">
          <Icon name="check" />
          {t.ticket.nothingToShowChosen}
          <button class="link" onClick={() => desk.draft.set({ nothingToShow: false })}>
            {t.ticket.undoChoice}
          </button>
        </p>
      </Field>
    )
  return (
    <Field field="screenshot" label={t.ticket.screenshot}>
      <PictureList pictures={pictures} arrived={arrived} />
      {takesPictures ? <DropZone /> : <p class="hint">{t.ticket.guestPictures}</p>}
      <Links>{takesPictures && canCapture && <Capture />}</Links>
      {!isGiven && (
        <p class="ways-out">
          <button class="link" onClick={() => desk.draft.set({ nothingToShow: true })}>
            {t.ticket.nothingToShow}
          </button>
        </p>
      )}
    </Field>
  )
}
