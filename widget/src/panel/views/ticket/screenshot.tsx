import { useRef, useState } from 'preact/hooks'
import { limits } from '@bilet/shared/limits'
import { useDesk } from '../../ui/context.ts'
import { Icon } from '../../ui/icon.tsx'
import { PictureList } from '../../ui/pictures.tsx'
import { Field } from './field.tsx'

const canCapture = 'mediaDevices' in navigator && 'getDisplayMedia' in navigator.mediaDevices

/** Picks files; dropping and pasting work anywhere in the panel. */
function DropZone() {
  const { desk, t } = useDesk()
  const picker = useRef<HTMLInputElement>(null)
  const [isFailed, setFailed] = useState(false)
  const capture = async () => {
    const { captureScreen } = await import('../../../screenshot/capture.ts')
    const file = await captureScreen()
    setFailed(!file)
    if (file) desk.pictures.add([file])
  }
  return (
    <>
      <div class="drop">
        <button type="button" class="link with-icon" onClick={() => picker.current?.click()}>
          <Icon name="image" />
          {t.ticket.drop}
        </button>
        <span class="for-mouse">{t.ticket.dropHint}</span>
        <small>{t.ticket.dropTouch}</small>
        <input
          ref={picker}
          type="file"
          class="unseen"
          tabIndex={-1}
          aria-label={t.ticket.drop}
          accept="image/png,image/jpeg,image/webp"
          multiple
          onChange={({ currentTarget }) => {
            desk.pictures.add([...(currentTarget.files ?? [])])
            currentTarget.value = ''
          }}
        />
      </div>
      {canCapture && (
        <button type="button" class="link with-icon" onClick={() => void capture()}>
          <Icon name="screen" />
          {t.ticket.capture}
        </button>
      )}
      {isFailed && <p class="note amber">{t.ticket.captureFailed}</p>}
    </>
  )
}

function Links() {
  const { desk, t } = useDesk()
  const { links } = desk.draft.fields.value
  const set = (next: string[]) => desk.draft.set({ links: next, nothingToShow: false })
  return (
    <>
      {links.map((link, index) => (
        <div key={index} class="with-remove">
          <input
            type="url"
            aria-label={t.ticket.link}
            value={link}
            maxLength={limits.url}
            placeholder={t.ticket.linkHint}
            onInput={({ currentTarget }) => set(links.with(index, currentTarget.value))}
          />
          <button
            type="button"
            class="icon-button"
            aria-label={`${t.remove}: ${t.ticket.link}`}
            onClick={() => set(links.toSpliced(index, 1))}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      {links.length < limits.links && (
        <button type="button" class="link with-icon" onClick={() => set([...links, ''])}>
          <Icon name="link" />
          {t.ticket.addLink}
        </button>
      )}
    </>
  )
}

/** Something to look at (R15), or the honest way out. */
export function Screenshot() {
  const { desk, t } = useDesk()
  const { nothingToShow, pictures, links } = desk.draft.fields.value
  const isGiven = pictures.length + links.length + desk.pictures.uploads.value.length > 0
  if (nothingToShow && !isGiven)
    return (
      <Field field="screenshot" label={t.ticket.screenshot}>
        <p class="chosen">
          <Icon name="check" />
          {t.ticket.nothingToShowChosen}
          <button type="button" class="link" onClick={() => desk.draft.set({ nothingToShow: false })}>
            {t.ticket.undoChoice}
          </button>
        </p>
      </Field>
    )
  return (
    <Field field="screenshot" label={t.ticket.screenshot}>
      {desk.support.isGuest.value ? <p class="hint">{t.ticket.guestPictures}</p> : <DropZone />}
      <PictureList pictures={desk.pictures} arrived={pictures} />
      <Links />
      {!isGiven && (
        <p class="ways-out">
          <button type="button" class="link" onClick={() => desk.draft.set({ nothingToShow: true })}>
            {t.ticket.nothingToShow}
          </button>
        </p>
      )}
    </Field>
  )
}
