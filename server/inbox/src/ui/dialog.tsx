import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useInbox } from './context.ts'
import { Icon } from './icon.tsx'

type DialogProps = {
  title: string
  kind?: 'sheet' | 'small' | 'full'
  onClose: () => void
  children: ComponentChildren
}

/** Modal by the browser's own means: it holds focus, Esc closes it, and focus goes back to where it was. */
export function Dialog({ title, kind = 'sheet', onClose, children }: DialogProps) {
  const { t } = useInbox()
  const dialog = useRef<HTMLDialogElement>(null)
  // Before the next key: hands are faster than frames.
  useLayoutEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      class={`dialog ${kind}`}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header class="dialog-bar">
        <h2>{title}</h2>
        <button type="button" class="icon-button" aria-label={t.close} title={t.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="dialog-body">{children}</div>
    </dialog>
  )
}
