/** What the loader gives where the page has not chosen a place of its own by `data-z-index`. */
const greatest = '2147483000'

/**
 * Brings the element above whatever z-index the page gives its own, or takes it back. A page that has chosen ours by
 * `data-z-index` keeps its order, and so does a browser without popovers.
 */
export function setOnTop(element: HTMLElement, isOnTop: boolean) {
  if (!isOnTop) return element.removeAttribute('popover')
  if (getComputedStyle(element).getPropertyValue('--z') !== greatest || !element.showPopover) return
  element.popover = 'manual'
  element.showPopover()
}
