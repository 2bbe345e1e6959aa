import { computed, signal } from '@preact/signals'
import type { SubmittedReply } from '@bilet/shared/replies'

export type View =
  | { name: 'home' | 'ticket' | 'review' | 'tickets' | 'solved' }
  /** `passage`: words of the place that the owner came for. */
  | { name: 'article'; id: string; anchor?: string; passage?: string }
  | { name: 'thread'; id: string; number: number }
  | { name: 'sent'; receipt: SubmittedReply; isLate: boolean }

/** Where the owner is in the panel: a stack of views that is never empty. */
export function createRouter() {
  const stack = signal<View[]>([{ name: 'home' }])
  const view = computed<View>(() => stack.value.at(-1) ?? { name: 'home' })
  const goTo = (next: View) => {
    const at = stack.value.findLastIndex(({ name }) => name === next.name)
    stack.value = at < 0 ? [{ name: 'home' }, next] : stack.value.slice(0, at + 1)
  }
  const reset = (next: View = { name: 'home' }) =>
    void (stack.value = next.name === 'home' ? [next] : [{ name: 'home' }, next])
  return {
    view,
    canGoBack: computed(() => stack.value.length > 1),
    push: (next: View) => void (stack.value = [...stack.value, next]),
    /** Goes where the owner already is in the stack, else there from home. */
    goTo,
    /** Starts over with home below: back from here is home. */
    reset,
    /** What the page or a link asks for by its name. */
    open: (name: 'home' | 'ticket' | 'tickets') => (name === 'home' ? reset() : goTo({ name })),
    back: () => void (stack.value.length > 1 && (stack.value = stack.value.slice(0, -1))),
  }
}
export type Router = ReturnType<typeof createRouter>
