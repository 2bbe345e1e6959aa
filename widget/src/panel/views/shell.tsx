import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ReadonlySignal } from '@preact/signals'
import { numberText } from '../i18n/i18n.ts'
import type { Resource } from '../models/resource.ts'
import type { View } from '../models/router.ts'
import { useFront } from '../ui/context.ts'
import { Icon, Shape } from '../ui/icon.tsx'
import { FailureNotice, Notice } from '../ui/states.tsx'
import { focusable, guardFocus } from './focus-guard.ts'
import { Home, HomeFooter } from './home.tsx'
import { Footer, Part, QuietPart } from './part.tsx'
import type { PartModule } from './part.tsx'
import { around, dropping, history, reading, writing } from './parts.ts'

export type PanelState = {
  isOpen: ReadonlySignal<boolean>
  isWide: ReadonlySignal<boolean>
  side: 'left' | 'right'
  close: () => void
  toggleWide: () => void
}

type Screen = { title: string; body: ComponentChildren; footer?: ComponentChildren }

/** A screen whose body and footer are views of one part. */
const screenOf = <Module extends PartModule>(
  title: string,
  part: Resource<Module>,
  body: (views: Module) => ComponentChildren,
  footer?: (views: Module) => ComponentChildren,
): Screen => ({
  title,
  body: <Part part={part}>{body}</Part>,
  footer: footer && <Footer part={part}>{footer}</Footer>,
})

/** What each view shows. A ticket that waits for the network takes the place of its form. */
function useScreen(view: View): Screen {
  const { desk, t } = useFront()
  const { titles } = t
  const isQueued = desk?.submission.state.value.step === 'queued'
  if (isQueued && (view.name === 'ticket' || view.name === 'review'))
    return screenOf(
      titles.ticket,
      writing,
      ({ Queued }) => <Queued />,
      ({ QueuedFooter }) => <QueuedFooter />,
    )
  switch (view.name) {
    case 'home':
      return { title: t.support, body: <Home />, footer: <HomeFooter /> }
    case 'article':
      return screenOf(titles.article, reading, ({ Article }) => <Article {...view} />)
    case 'solved':
      return screenOf(t.support, reading, ({ Solved }) => <Solved />)
    case 'ticket':
      return screenOf(
        titles.ticket,
        writing,
        ({ Ticket }) => <Ticket />,
        ({ TicketFooter }) => <TicketFooter />,
      )
    case 'review':
      return screenOf(
        titles.review,
        writing,
        ({ Review }) => <Review />,
        ({ ReviewFooter }) => <ReviewFooter />,
      )
    case 'sent':
      return screenOf(
        t.support,
        writing,
        ({ Sent }) => <Sent {...view} />,
        ({ SentFooter }) => <SentFooter receipt={view.receipt} />,
      )
    case 'tickets':
      return screenOf(titles.tickets, history, ({ Tickets }) => <Tickets />)
    default:
      return screenOf(
        numberText(view.number),
        history,
        ({ Thread }) => <Thread />,
        ({ ThreadFooter }) => <ThreadFooter />,
      )
  }
}

function Banner() {
  const { front, desk, t } = useFront()
  if (!front.online.value) return <Notice tone="amber">{t.offline}</Notice>
  const code = desk?.session.trouble.value
  if (!desk || !code) return null
  return <FailureNotice isBanner failure={{ code, issues: [] }} onRetry={() => void desk.signInAgain()} />
}

/** On a phone the panel is the whole screen: Tab stays in it. */
function keepFocus(event: KeyboardEvent, panel: HTMLElement) {
  if (event.key !== 'Tab' || !matchMedia('(max-width: 480px)').matches) return
  const items = [...panel.querySelectorAll<HTMLElement>(focusable)]
  const edge = event.shiftKey ? items[0] : items.at(-1)
  if (!edge?.matches(':focus')) return
  event.preventDefault()
  ;(event.shiftKey ? items.at(-1) : items[0])?.focus()
}

/** A key that an input method has taken is nobody else's. Safari has ended the composition by then: its code alone tells. */
const leaveToMethod = (event: KeyboardEvent) => {
  if (event.isComposing || event.keyCode === 229) event.stopPropagation()
}

export function Shell({ panel }: { panel: PanelState }) {
  const { front, desk, t } = useFront()
  const view = front.router.view.value
  const { title, body, footer } = useScreen(view)
  const root = useRef<HTMLDialogElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const scrolled = useRef(new WeakMap<View, number>())
  const isOpen = panel.isOpen.value
  const logo = desk?.support.reply.value?.own?.logo
  const isWide = panel.isWide.value
  const width = isWide ? 'narrow' : 'widen'
  // The frame, and what is in it, each in a task of its own: no task is long.
  const [isWhole, setWhole] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setWhole(true))
    return () => clearTimeout(timer)
  }, [])

  const wasOpen = useRef(false)
  useLayoutEffect(() => {
    // Who has gone back to the page is left there by a view that changes by itself.
    const isElsewhere =
      wasOpen.current && !root.current?.matches(':focus-within') && document.activeElement !== document.body
    wasOpen.current = isOpen
    if (!isOpen || isElsewhere) return
    const start = scroller.current?.querySelector<HTMLElement>('[data-autofocus]') ?? root.current
    start?.focus({ preventScroll: true })
    if (scroller.current) scroller.current.scrollTop = scrolled.current.get(view) ?? 0
  }, [view, isOpen, isWhole])

  // The on-screen keyboard covers part of the layout viewport: the panel keeps to what is left of it.
  useEffect(() => {
    const { visualViewport } = window
    if (!visualViewport) return undefined
    const fit = () => {
      root.current?.style.setProperty('--seen-height', `${visualViewport.height}px`)
      root.current?.style.setProperty('--seen-top', `${visualViewport.offsetTop}px`)
    }
    fit()
    const gone = new AbortController()
    for (const change of ['resize', 'scroll']) visualViewport.addEventListener(change, fit, gone)
    return () => gone.abort()
  }, [])

  useLayoutEffect(() => {
    const element = root.current
    if (!element) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') panel.close()
      else keepFocus(event, element)
    }
    // Both go with the element.
    element.addEventListener('keydown', leaveToMethod, true)
    element.addEventListener('keydown', onKeyDown)
    return guardFocus(element)
  }, [])

  return (
    <dialog
      ref={root}
      open={isOpen}
      class={`panel at-${panel.side} ${isWide ? 'wide' : ''} ${front.isAway.value ? 'away' : ''} view-${view.name}`}
      lang={t.tag}
      aria-label={title || t.support}
      tabIndex={-1}
    >
      <div class="bar">
        {front.router.canGoBack.value && (
          <button class="icon-button" aria-label={t.back} title={t.back} onClick={front.router.back}>
            <Icon name="back" />
          </button>
        )}
        {logo && <Shape d={logo} />}
        <h1>{title || t.support}</h1>
        <button class="icon-button for-mouse" aria-label={t[width]} title={t[width]} onClick={panel.toggleWide}>
          <Icon name={width} />
        </button>
        <button class="icon-button" aria-label={t.close} title={t.close} onClick={panel.close}>
          <Icon name="close" />
        </button>
      </div>
      <div
        class="content"
        ref={scroller}
        onScroll={({ currentTarget }) => scrolled.current.set(view, currentTarget.scrollTop)}
      >
        {isWhole && (
          <>
            <Banner />
            {body}
            <QuietPart part={around}>{({ TicketsLink }) => <TicketsLink view={view} />}</QuietPart>
          </>
        )}
      </div>
      {footer && isWhole && <div class="foot">{footer}</div>}
      <output class="unseen">{front.announcement.value}</output>
      <QuietPart part={dropping}>{({ DropTarget }) => <DropTarget panel={root} />}</QuietPart>
    </dialog>
  )
}
