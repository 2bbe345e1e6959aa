import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { fetched } from '../fetched.ts'
import { fail, succeed } from '../models/answer.ts'
import { createResource } from '../models/resource.ts'
import type { Loaded, Resource } from '../models/resource.ts'
import { useFront } from '../ui/context.ts'
import { WhenLoaded } from '../ui/states.tsx'

/** A part of the panel in a file of its own: its views and their styles. */
export type PartModule = { css: string }

/** Is not here before `companion` has come too, or could not. */
export const createPart = <Module extends PartModule>(
  load: () => Promise<Module>,
  companion?: Pick<Resource<unknown>, 'load'>,
) =>
  createResource(async () => {
    const [answer] = await Promise.all([fetched(load).then(succeed, () => fail('offline')), companion?.load()])
    return answer
  })

type PartProps<Module> = {
  part: Resource<Module>
  /** Does with the words of the first screen. */
  isEarly?: boolean
  children: (views: Module) => ComponentChildren
}

/** What a part waits for: the desk, and words. */
function useNeeds(isEarly: boolean): Pick<Resource<unknown>, 'state' | 'load'>[] {
  const { front, behind } = useFront()
  const { first, later } = front.i18n.language.value
  return isEarly ? [behind, first] : [behind, first, later]
}

/** A part and what it waits for, as one thing that is here, on its way or failed. */
function usePart<Module extends PartModule>(part: Resource<Module>, isEarly = false): Loaded<Module> {
  for (const { state } of useNeeds(isEarly)) {
    const { value, failure } = state.value
    if (value === undefined) return failure ? { failure } : {}
  }
  return part.state.value
}

/** The part's footer, once it is here: its body says when it is not. */
export const Footer = <Module extends PartModule>({ part, children }: PartProps<Module>) => {
  const { value } = usePart(part)
  return value ? <>{children(value)}</> : null
}

/** Shows views of a part once it is here; says so, with a way to try again, when it does not come. */
export function Part<Module extends PartModule>({ part, isEarly = false, children }: PartProps<Module>) {
  const { adopt } = useFront()
  const loaded = usePart(part, isEarly)
  const needs = useNeeds(isEarly)
  const load = () => {
    for (const each of [part, ...needs]) if (!each.state.peek().value) void each.load()
  }
  useEffect(load, [part, ...needs])
  if (loaded.value) adopt(loaded.value.css)
  return (
    <WhenLoaded from={loaded} lines={isEarly ? 2 : 6} onRetry={load}>
      {children}
    </WhenLoaded>
  )
}

/** Shows a part that nobody waits for: fetched once the panel stands, and nothing in its place until then. */
export function QuietPart<Module extends PartModule>({ part, children }: PartProps<Module>) {
  const { adopt } = useFront()
  const { value } = usePart(part, true)
  useEffect(() => void part.load(), [part])
  if (value) adopt(value.css)
  return value ? <>{children(value)}</> : null
}
