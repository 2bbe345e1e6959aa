// Client-side routing over the history API: links are plain <a href>, caught where they are clicked.
import { signal } from '@preact/signals'

const current = signal(location.pathname)

/** Path of the page on show. */
export const path = () => current.value

function show() {
  current.value = location.pathname
  scrollTo(0, 0)
}

export function navigate(to: string) {
  history.pushState(null, '', to)
  show()
}

function ownLink(event: MouseEvent): string | undefined {
  const modified = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const ours = link?.origin === location.origin && !link.target && !link.download
  return ours && !modified && !event.defaultPrevented ? link.pathname : undefined
}

export function followLinks() {
  addEventListener('popstate', show)
  document.addEventListener('click', (event) => {
    const to = ownLink(event)
    if (to === undefined) return
    event.preventDefault()
    navigate(to)
  })
}
