import { toChildArray } from 'preact'
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Shows its children one after another, each in a task of its own, so that whoever is typing is not held up. */
export function InTurn({ children }: { children: ComponentChildren }) {
  const [count, setCount] = useState(1)
  const all = toChildArray(children)
  useEffect(() => {
    if (count >= all.length) return undefined
    const timer = setTimeout(() => setCount(count + 1))
    return () => clearTimeout(timer)
  }, [count, all.length])
  return <>{all.slice(0, count)}</>
}
