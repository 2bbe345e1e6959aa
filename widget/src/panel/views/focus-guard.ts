// Focus never falls out of the panel: where the element that has it goes away, it moves to what is nearest.

export const focusable =
  'button:not([tabindex="-1"]), input:not([tabindex="-1"]):not(:disabled), textarea, a[href], summary'

/** Watches the panel; gives back what stops it. */
export function guardFocus(panel: HTMLElement) {
  let last: Element | null = null
  /** Where it was, from the inside out: some of it outlives the element. */
  let around: Element[] = []
  const remember = ({ target }: Event) => {
    last = target instanceof Element ? target : null
    around = []
    for (let at = last?.parentElement; at && at !== panel; at = at.parentElement) around.push(at)
  }
  const rescue = () => {
    if (!last || last.isConnected || document.activeElement !== document.body) return
    const room = around.find(({ isConnected }) => isConnected)
    const next = room?.querySelector<HTMLElement>(focusable) ?? panel
    next.focus({ preventScroll: true })
  }
  const watcher = new MutationObserver(rescue)
  panel.addEventListener('focusin', remember)
  watcher.observe(panel, { childList: true, subtree: true })
  return () => watcher.disconnect()
}
