// The list: only the lines in view are in the document, however long it is.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useInbox } from '../../ui/context.ts'
import { TicketRow } from './row.tsx'

/** Lines above and below what is seen. */
const around = 12
/** So many lines before the end the next page is asked for. */
const ahead = 30

type Place = { top: number; height: number; line: number }

const placeOf = (box: HTMLElement): Place => ({
  top: box.scrollTop,
  height: box.clientHeight,
  // The height of a line is the style's to say: a phone's are higher.
  line: Number.parseFloat(getComputedStyle(box).getPropertyValue('--line')) || 48,
})

/** Lines from and to, of so many. */
export const windowOf = ({ top, height, line }: Place, count: number) => ({
  from: Math.max(0, Math.floor(top / line) - around),
  to: Math.min(count, Math.ceil((top + height) / line) + around),
})

function HeadRow({ ids }: { ids: string[] }) {
  const { inbox, t } = useInbox()
  const { queue: words } = t
  const isAll = ids.length > 0 && ids.every((id) => inbox.selection.ids.value.has(id))
  return (
    <thead>
      <tr class="columns">
        <th scope="col" class="tick">
          <input
            type="checkbox"
            aria-label={words.selectAll}
            checked={isAll}
            onChange={() => inbox.selection.toggleAll(ids)}
          />
        </th>
        <th scope="col">{words.due}</th>
        <th scope="col" class="number">
          {words.number}
        </th>
        <th scope="col">{words.plan}</th>
        <th scope="col" class="department">
          {words.department}
        </th>
        <th scope="col">{words.subject}</th>
        <th scope="col" class="owner">
          {words.owner}
        </th>
        <th scope="col" class="assignee">
          {words.assignee}
        </th>
        <th scope="col" class="word">
          {words.lastWord}
        </th>
      </tr>
    </thead>
  )
}

export function Rows() {
  const { inbox, t } = useInbox()
  const { queue, router } = inbox
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Place>({ top: 0, height: 800, line: 48 })
  const items = queue.items.value
  const { from, to } = windowOf(place, items.length)
  const current = queue.current.value
  const measure = () => box.current && setPlace(placeOf(box.current))

  useLayoutEffect(() => {
    measure()
    const observer = new ResizeObserver(measure)
    if (box.current) observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  // Another list begins at its top.
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = 0
    measure()
  }, [router.last.value])
  // The line that keys act on stays in view, and holds the focus where the list has it.
  useEffect(() => {
    const index = items.findIndex(({ id }) => id === current)
    const element = box.current
    if (!element || index < 0) return
    const { top, height, line } = placeOf(element)
    const head = element.querySelector('thead')?.clientHeight ?? 0
    if (index * line < top) element.scrollTop = index * line
    else if ((index + 1) * line > top + height - head) element.scrollTop = (index + 1) * line - height + head
  }, [current])
  useEffect(() => {
    if (to > items.length - ahead) void queue.more()
  }, [to, items.length])

  return (
    <div ref={box} class="rows" onScroll={measure}>
      <table aria-rowcount={queue.nextCursor.value === null ? items.length + 1 : -1} aria-label={t.inbox}>
        <HeadRow ids={items.map(({ id }) => id)} />
        <tbody>
          {from > 0 && <tr aria-hidden="true" class="space" style={{ height: `${from * place.line}px` }} />}
          {items.slice(from, to).map((row, index) => (
            <TicketRow key={row.id} row={row} index={from + index} isCurrent={row.id === current} />
          ))}
          {to < items.length && (
            <tr aria-hidden="true" class="space" style={{ height: `${(items.length - to) * place.line}px` }} />
          )}
        </tbody>
      </table>
    </div>
  )
}
