/** What the loader gives where the page has not chosen a place of its own by `data-z-index`. */
const greatest = '2147483000'

/**
 * Brings the element above whatever z-index the page gives its own, or takes it back. A page that has chosen ours by
 * `data-z-index` keeps its order, and so does a browser without popovers.
 */
export function setOnTop(element: HTMLElement, isOnTop: boolean) {
  if (!element.isConnected || getComputedStyle(element).getPropertyValue('--z').trim() !== greatest) return
  if (isOnTop) element.popover = 'manual'
  try {
    element.togglePopover(isOnTop)
  } catch {
    // No popovers here, or the page took the element away in this moment: the z-index holds.
  }
  if (!isOnTop) element.removeAttribute('popover')
}
