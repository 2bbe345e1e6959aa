import type { ComponentChildren } from 'preact'
import { momentText, zonedText } from '../../i18n/times.ts'
import { useInbox } from '../../ui/context.ts'

function Moment({ at }: { at: string }) {
  const { inbox, t } = useInbox()
  const now = inbox.clock.value
  return (
    <time dateTime={at} title={zonedText(t, at, now, inbox.zone.value)}>
      {momentText(t, at, now, inbox.zone.value)}
    </time>
  )
}

type BubbleProps = {
  kind: 'owner' | 'staff' | 'note' | 'decision'
  name: string
  at: string
  label?: string | undefined
  children: ComponentChildren
}

/** Words of somebody. */
export const Bubble = ({ kind, name, at, label, children }: BubbleProps) => (
  <li class={`bubble ${kind}`}>
    <p class="who">
      <b>{name}</b>
      {label && <span class="label">{label}</span>}
      <Moment at={at} />
    </p>
    {children}
  </li>
)

/** Something that was done, in a line. */
export const Turn = ({ name, at, children }: { name: string; at: string; children: ComponentChildren }) => (
  <li class="turn">
    {name} · {children} · <Moment at={at} />
  </li>
)
