import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { useDesk } from '../ui/context.ts'

const filesOf = (data: DataTransfer | null) => [...(data?.files ?? [])]

/**
 * Whether a paste is of words: a spreadsheet and a word processor put a picture of the words beside them. The name of a
 * copied file is no words.
 */
function isWords(event: ClipboardEvent, files: File[]) {
  const [target] = event.composedPath()
  const text = event.clipboardData?.getData('text/plain').trim() ?? ''
  const canTakeWords = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return canTakeWords && text !== '' && !files.some(({ name }) => text.includes(name))
}

/**
 * Files pasted or dropped anywhere in the panel go where the owner is: to the reply, else to the draft. Files that are no
 * pictures go there too, to be told of: left to the browser they would take the place of the page.
 */
export function DropTarget({ panel }: { panel: RefObject<HTMLElement | null> }) {
  const { desk, t } = useDesk()
  const [isOver, setOver] = useState(false)

  // Before the owner sees what they may paste into.
  useLayoutEffect(() => {
    const element = panel.current
    const gone = new AbortController()
    const options = { signal: gone.signal }
    const take = (event: Event, files: File[]) => {
      if (files.length === 0) return
      event.preventDefault()
      const { name } = desk.router.view.value
      desk.inbox.value = files
      if (name !== 'thread' && name !== 'ticket') desk.router.goTo({ name: 'ticket' })
    }
    element?.addEventListener(
      'paste',
      (event) => {
        const files = filesOf(event.clipboardData)
        if (!isWords(event, files)) take(event, files)
      },
      options,
    )
    element?.addEventListener(
      'dragover',
      (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      },
      options,
    )
    element?.addEventListener('dragleave', (event) => event.target === event.currentTarget && setOver(false), options)
    element?.addEventListener(
      'drop',
      (event) => {
        setOver(false)
        take(event, filesOf(event.dataTransfer))
      },
      options,
    )
    return () => gone.abort()
  }, [])

  return isOver ? <div class="drop-over">{t.dropHere}</div> : null
}
