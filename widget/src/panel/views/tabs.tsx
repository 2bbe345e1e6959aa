import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'

type Tab = { title: ComponentChildren; content: ComponentChildren }

/** Where a key leads from tab `at` of `count`; undefined for other keys (ARIA Authoring Practices, tabs). */
function nextTab(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count
  if (key === 'ArrowLeft') return (at + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}

let count = 0

/** One part at a time. The hidden ones are there, so that a passage in them can be found and shown. */
export function Tabs({ of }: { of: Tab[] }) {
  const [chosen, choose] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const [id] = useState(() => `tabs-${count++}`)
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextTab(event.key, chosen, of.length)
    if (next === undefined) return
    event.preventDefault()
    choose(next)
    list.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div class="tabs">
      <div ref={list} role="tablist" tabIndex={-1} onKeyDown={onKeyDown}>
        {of.map(({ title }, at) => (
          <button
            key={at}

            role="tab"
            id={`${id}-tab-${at}`}
            aria-controls={`${id}-panel-${at}`}
            aria-selected={at === chosen}
            tabIndex={at === chosen ? 0 : -1}
            onClick={() => choose(at)}
          >
            {title}
          </button>
        ))}
      </div>
      {of.map(({ content }, at) => (
        <div
          key={at}
          role="tabpanel"
          id={`${id}-panel-${at}`}
          aria-labelledby={`${id}-tab-${at}`}
          hidden={at !== chosen}
        >
          {content}
        </div>
      ))}
    </div>
  )
}
