import type { ComponentChildren } from 'preact'
import { failureText } from '../i18n/i18n.ts'
import type { Failure } from '../models/answer.ts'
import type { Loaded } from '../models/resource.ts'
import { useFront } from './context.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'

/** Grey lines in place of what is on its way; they appear only when it takes longer than a moment. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const { t } = useFront()
  return (
    <output class="skeleton" aria-label={t.loading}>
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} />
      ))}
    </output>
  )
}

export type Tone = 'red' | 'amber' | 'plain'

const icons: Record<Tone, IconName> = { red: 'alert', amber: 'alert', plain: 'clock' }

/** One line set apart, with what can be done about it. */
export const Notice = ({ tone, children }: { tone: Tone; children: ComponentChildren }) => (
  <div class={`notice ${tone}`}>
    <Icon name={icons[tone]} />
    <div>{children}</div>
  </div>
)

type FailureProps = { failure: Failure; onRetry?: () => void; isBanner?: boolean }

/** Why something did not work, and the way to try again. What the banner above says already is not said twice. */
export function FailureNotice({ failure, onRetry, isBanner = false }: FailureProps) {
  const { front, desk, t } = useFront()
  if (!isBanner && desk?.session.trouble.value === failure.code) return null
  return (
    <Notice tone="red">
      {failureText(front.i18n, failure)}
      {onRetry && (
        <button class="link" onClick={onRetry}>
          {t.retry}
        </button>
      )}
    </Notice>
  )
}

type WhenLoadedProps<T> = {
  from: Loaded<T>
  lines?: number
  onRetry: () => void
  children: (value: T) => ComponentChildren
}

/** What was loaded, or its place while it is on its way, or why it did not come. */
export function WhenLoaded<T>({ from, lines = 3, onRetry, children }: WhenLoadedProps<T>) {
  return (
    <>
      {from.failure && <FailureNotice failure={from.failure} onRetry={onRetry} />}
      {from.value !== undefined && children(from.value)}
      {from.value === undefined && !from.failure && <Skeleton lines={lines} />}
    </>
  )
}
