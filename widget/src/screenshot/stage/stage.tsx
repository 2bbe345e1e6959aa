import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

type StageProps = {
  label: string
  onClose: () => void
  /** Any key pressed anywhere in it. */
  onKey: (event: KeyboardEvent) => void
  children: ComponentChildren
}

/** Keys and pastes in here are neither the panel's nor the page's. */
const ownEvents = ['keydown', 'keyup', 'keypress', 'paste', 'dragover', 'drop'] as const

/**
 * The whole window for one picture: a modal dialog, so that it lies over everything, keeps the focus inside and gives it
 * back. Begins at what has `autofocus`; Esc asks to close.
 */
export function Stage({ label, onClose, onKey, children }: StageProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const told = useRef({ onClose, onKey })
  told.current = { onClose, onKey }
  useLayoutEffect(() => {
    const element = dialog.current
    if (!element) return undefined
    const gone = new AbortController()
    const { signal } = gone
    const root = element.getRootNode()
    const back = root instanceof ShadowRoot ? root.activeElement : null
    for (const name of ownEvents) element.addEventListener(name, (event) => event.stopPropagation(), { signal })
    element.addEventListener('keydown', (event) => told.current.onKey(event), { signal })
    element.addEventListener(
      'cancel',
      (event) => {
        event.preventDefault()
        told.current.onClose()
      },
      { signal },
    )
    element.showModal()
    return () => {
      gone.abort()
      element.close()
      if (back instanceof HTMLElement && back.isConnected) back.focus()
    }
  }, [])
  return (
    <dialog ref={dialog} class="stage" aria-label={label}>
      {children}
    </dialog>
  )
}
