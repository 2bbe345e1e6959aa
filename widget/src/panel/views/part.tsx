import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { fail, succeed } from '../models/answer.ts'
import { createResource } from '../models/resource.ts'
import type { Resource } from '../models/resource.ts'
import { useDesk } from '../ui/context.ts'
import { WhenLoaded } from '../ui/states.tsx'

/** A part of the panel in a file of its own: its views and their styles. */
export type PartModule = { css: string }

export const createPart = <Module extends PartModule>(fetch: () => Promise<Module>) =>
  createResource(() => fetch().then(succeed, () => fail('offline')))

type PartProps<Module> = { part: Resource<Module>; children: (views: Module) => ComponentChildren }

/** The part's footer, once it is here: its body says when it is not. */
export const Footer = <Module extends PartModule>({ part, children }: PartProps<Module>) => {
  const { value } = part.state.value
  return value ? <>{children(value)}</> : null
}

/** Shows views of a part once it is here; says so, with a way to try again, when it does not come. */
export function Part<Module extends PartModule>({ part, children }: PartProps<Module>) {
  const { adopt } = useDesk()
  const { value } = part.state.value
  useEffect(() => {
    if (!part.state.peek().value) void part.load()
  }, [part])
  if (value) adopt(value.css)
  return (
    <WhenLoaded from={part.state.value} lines={6} onRetry={() => void part.load()}>
      {children}
    </WhenLoaded>
  )
}
