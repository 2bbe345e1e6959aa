import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useDesk } from '../ui/context.ts'

const picturesOf = (data: DataTransfer | null) =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))

/** Pictures pasted or dropped anywhere in the panel go where the owner is: to the reply, else to the draft. */
export function DropTarget({ panel }: { panel: RefObject<HTMLElement | null> }) {
  const { desk, t } = useDesk()
  const [isOver, setOver] = useState(false)

  useEffect(() => {
    const element = panel.current
    const gone = new AbortController()
    const options = { signal: gone.signal }
    const take = (event: Event, data: DataTransfer | null) => {
      const files = picturesOf(data)
      if (files.length === 0) return
      event.preventDefault()
      const { name } = desk.router.view.value
      desk.inbox.value = files
      if (name !== 'thread' && name !== 'ticket') desk.router.goTo({ name: 'ticket' })
    }
    element?.addEventListener('paste', (event) => take(event, event.clipboardData), options)
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
        take(event, event.dataTransfer)
      },
      options,
    )
    return () => gone.abort()
  }, [])

  return isOver ? <div class="drop-over">{t.dropHere}</div> : null
}
