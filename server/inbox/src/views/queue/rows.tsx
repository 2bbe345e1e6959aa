// The list: only the lines in view are in the document, however long it is.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Inbox } from '../../models/inbox.ts'
import type { Row } from '../../models/replies.ts'
import { useInbox } from '../../ui/context.ts'
import { TicketRow } from './row.tsx'

/** Lines above and below what is seen: each is painted with the rest. */
const around = 6
/** So many lines before the end the next page is asked for. */
const ahead = 30

/** How many lines the box shows, and how high each is: asked when its size changes, never while it is scrolled. */
type Size = { seen: number; line: number }

function sizeOf(box: HTMLElement): Size {
  // The height of a line is the style's to say: a phone's are higher.
  const line = Number.parseFloat(getComputedStyle(box).getPropertyValue('--line')) || 48
  return { line, seen: Math.ceil(box.clientHeight / line) + 1 }
}

function HeadRow({ inbox, items }: { inbox: Inbox; items: readonly Row[] }) {
  const { queue: words } = inbox.i18n.words.value
  const isAll = items.length > 0 && items.every(({ id }) => inbox.selection.ids.value.has(id))
  return (
    <thead>
      <tr class="columns">
        <th scope="col" class="tick">
          <input
            type="checkbox"
            aria-label={words.selectAll}
            checked={isAll}
            onChange={() => inbox.selection.toggleAll(items.map(({ id }) => id))}
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
  const [{ seen, line }, setSize] = useState<Size>({ seen: 18, line: 48 })
  const [first, setFirst] = useState(0)
  const items = queue.items.value
  const current = queue.current.value
  const from = Math.max(0, first - around)
  const to = Math.min(items.length, first + seen + around)

  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const measure = () => {
      const size = sizeOf(element)
      setSize(size)
      setFirst(Math.floor(element.scrollTop / size.line))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  // Another list begins at its top.
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = 0
    setFirst(0)
  }, [router.last.value])
  // The line that keys act on stays in view, and holds the focus where the list has it.
  useEffect(() => {
    const index = items.findIndex(({ id }) => id === current)
    const element = box.current
    if (!element || index < 0) return
    const { scrollTop: top, clientHeight: height } = element
    const head = element.querySelector('thead')?.clientHeight ?? 0
    if (index * line < top) element.scrollTop = index * line
    else if ((index + 1) * line > top + height - head) element.scrollTop = (index + 1) * line - height + head
  }, [current])
  useEffect(() => {
    if (to > items.length - ahead) void queue.more()
  }, [to, items.length])

  return (
    <div ref={box} class="rows" onScroll={({ currentTarget }) => setFirst(Math.floor(currentTarget.scrollTop / line))}>
      <table aria-rowcount={queue.nextCursor.value === null ? items.length + 1 : -1} aria-label={t.inbox}>
        <HeadRow inbox={inbox} items={items} />
        <tbody>
          {from > 0 && <tr aria-hidden="true" class="space" style={{ height: `${from * line}px` }} />}
          {items.slice(from, to).map((row, index) => (
            <TicketRow key={row.id} inbox={inbox} row={row} index={from + index} isCurrent={row.id === current} />
          ))}
          {to < items.length && (
            <tr aria-hidden="true" class="space" style={{ height: `${(items.length - to) * line}px` }} />
          )}
        </tbody>
      </table>
    </div>
  )
}
