import type { ComponentChildren } from 'preact'
import type { StaffFailure } from '../api.ts'
import { failureText } from '../i18n/i18n.ts'
import { useInbox } from './context.ts'
import { Icon } from './icon.tsx'

/** Grey lines in place of what is on its way; they appear only when it takes longer than a moment. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const { t } = useInbox()
  return (
    <output class="skeleton" aria-label={t.loading}>
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} />
      ))}
    </output>
  )
}

export const Notice = ({ tone, children }: { tone: 'red' | 'amber' | 'plain'; children: ComponentChildren }) => (
  <div class={`notice ${tone}`}>
    <Icon name="alert" />
    <div class="notice-body">{children}</div>
  </div>
)

/** Why something did not work, and the way to try again. */
export function FailureNotice({ failure, onRetry }: { failure: StaffFailure; onRetry?: () => void }) {
  const { t } = useInbox()
  return (
    <Notice tone="red">
      {failureText(t, failure)}{' '}
      {onRetry && (
        <button type="button" class="link" onClick={onRetry}>
          {t.retry}
        </button>
      )}
    </Notice>
  )
}

/** What was loaded, or its place while it is on its way, or why it did not come. */
export function WhenLoaded<T>(props: {
  from: { value?: T; failure?: StaffFailure }
  lines?: number
  onRetry: () => void
  children: (value: T) => ComponentChildren
}) {
  const { from, lines, onRetry, children } = props
  return (
    <>
      {from.failure && <FailureNotice failure={from.failure} onRetry={onRetry} />}
      {from.value !== undefined && children(from.value)}
      {from.value === undefined && !from.failure && <Skeleton lines={lines ?? 6} />}
    </>
  )
}
