import type { SubmittedReply } from '@bilet/shared/replies'
import { numberText } from '../i18n/i18n.ts'
import { supportTime } from '../i18n/times.ts'
import { useWords } from '../ui/context.ts'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/states.tsx'

/** The number, large, and one press to copy it. */
function TicketNumber({ number }: { number: number }) {
  const { desk, t } = useWords()
  const copy = async () => {
    // Where the page may not write to the clipboard, the number stays selectable.
    await navigator.clipboard.writeText(String(number)).catch(() => undefined)
    desk.announce(t.sent.copied)
  }
  return (
    <p class="number">
      <output>{numberText(number)}</output>
      <button class="icon-button" aria-label={t.sent.copy} title={t.sent.copy} onClick={() => void copy()}>
        <Icon name={desk.announcement.value === t.sent.copied ? 'check' : 'copy'} />
      </button>
    </p>
  )
}

export function Sent({ receipt, isLate }: { receipt: SubmittedReply; isLate: boolean }) {
  const { desk, t } = useWords()
  return (
    <div class="outcome">
      <Icon name="check" />
      <h2 data-autofocus tabIndex={-1}>
        {t.sent.title}
      </h2>
      <TicketNumber number={receipt.number} />
      <p class="promise">
        {t.ticket.replyBy(supportTime(t, 'by', receipt.reactionDueAt, desk.zones.value, desk.now()))}
      </p>
      <p>{t.sent.queue(receipt.queuePosition)}</p>
      {isLate && <Notice tone="amber">{t.sent.late}</Notice>}
      <p class="secondary">{t.sent.resolution}</p>
      <p class="secondary">
        {receipt.receiptTo ? t.sent.receipt(receipt.receiptTo) : desk.session.isSignedIn.value && t.sent.receiptHere}
      </p>
    </div>
  )
}

export function SentFooter({ receipt }: { receipt: SubmittedReply }) {
  const { desk, actions, t } = useWords()
  const left = Number(desk.draft.hasWords.value) + desk.draft.fields.value.rest.length
  return (
    <>
      {left > 0 && (
        <button class="primary" onClick={() => desk.router.open('ticket')}>
          {t.sent.next(left)}
        </button>
      )}
      {desk.session.isSignedIn.value && (
        <button class={left > 0 ? '' : 'primary'} onClick={() => actions.openThread(receipt)}>
          {t.sent.open}
        </button>
      )}
    </>
  )
}

/** Kept on the device until the network is back. */
export function Queued() {
  const { t } = useWords()
  return (
    <div class="outcome is-waiting">
      <Icon name="clock" />
      <h2 data-autofocus tabIndex={-1}>
        {t.queued.title}
      </h2>
      <p class="secondary">{t.queued.text}</p>
    </div>
  )
}

export function QueuedFooter() {
  const { desk, actions, t } = useWords()
  return (
    <>
      <button class="primary" onClick={() => void desk.submission.resume()}>
        {t.queued.retry}
      </button>
      <button onClick={actions.editQueued}>{t.queued.edit}</button>
    </>
  )
}
