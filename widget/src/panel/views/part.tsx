import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { fail, succeed } from '../models/answer.ts'
import { createResource } from '../models/resource.ts'
import type { Loaded, Resource } from '../models/resource.ts'
import { useDesk } from '../ui/context.ts'
import { WhenLoaded } from '../ui/states.tsx'

/** A part of the panel in a file of its own: its views and their styles. */
export type PartModule = { css: string }

export const createPart = <Module extends PartModule>(fetch: () => Promise<Module>) =>
  createResource(() => fetch().then(succeed, () => fail('offline')))

type PartProps<Module> = {
  part: Resource<Module>
  /** Does with the words of the first screen. */
  isEarly?: boolean
  children: (views: Module) => ComponentChildren
}

/** A part and its words, as one thing that is here, on its way or failed. */
function usePart<Module extends PartModule>(part: Resource<Module>, isEarly = false): Loaded<Module> {
  const { later } = useDesk().desk.i18n
  if (isEarly) return part.state.value
  const { value, failure } = later.state.value
  if (value) return part.state.value
  return failure ? { failure } : {}
}

/** The part's footer, once it is here: its body says when it is not. */
export const Footer = <Module extends PartModule>({ part, children }: PartProps<Module>) => {
  const { value } = usePart(part)
  return value ? <>{children(value)}</> : null
}

/** Shows views of a part once it is here; says so, with a way to try again, when it does not come. */
export function Part<Module extends PartModule>({ part, isEarly = false, children }: PartProps<Module>) {
  const { desk, adopt } = useDesk()
  const loaded = usePart(part, isEarly)
  const load = () => {
    if (!isEarly && !desk.i18n.later.state.peek().value) void desk.i18n.later.load()
    if (!part.state.peek().value) void part.load()
  }
  useEffect(load, [part])
  if (loaded.value) adopt(loaded.value.css)
  return (
    <WhenLoaded from={loaded} lines={isEarly ? 2 : 6} onRetry={load}>
      {children}
    </WhenLoaded>
  )
}

/** What the first screen needs has been asked for by then, in milliseconds. */
const afterOthers = 300

/** Shows a part that nobody waits for: fetched once the panel stands, and nothing in its place until then. */
export function QuietPart<Module extends PartModule>({ part, children }: PartProps<Module>) {
  const { adopt } = useDesk()
  const { value } = part.state.value
  useEffect(() => {
    const timer = setTimeout(() => void part.load(), afterOthers)
    return () => clearTimeout(timer)
  }, [part])
  if (value) adopt(value.css)
  return value ? <>{children(value)}</> : null
}
