// Parts of the inbox in files of their own, with their styles: fetched when an agent gets there.
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { fail, succeed } from '@bilet/widget/answer'
import { createResource } from '@bilet/widget/resource'
import type { Resource } from '@bilet/widget/resource'
import { adopt } from '../styles/styles.ts'
import { WhenLoaded } from './states.tsx'

/** A part of the inbox in a file of its own: its views and their styles. */
export type PartModule = { css: string }

export const createPart = <Module extends PartModule>(fetch: () => Promise<Module>) =>
  createResource(() => fetch().then(succeed, () => fail('offline')))

type PartProps<Module> = { part: Resource<Module>; children: (views: Module) => ComponentChildren }

/** Shows views of a part once it is here; says so, with a way to try again, when it does not come. */
export function Part<Module extends PartModule>({ part, children }: PartProps<Module>) {
  const { value } = part.state.value
  useEffect(() => {
    if (!part.state.peek().value) void part.load()
  }, [part])
  if (value) adopt(value.css)
  return (
    <WhenLoaded from={part.state.value} onRetry={() => void part.load()}>
      {children}
    </WhenLoaded>
  )
}
