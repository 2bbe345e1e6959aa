import { useState } from 'preact/hooks'
import { useInbox } from '../../ui/context.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toDecision } from '../../models/composer.ts'
import { DecisionForm } from '../ticket/decision-form.tsx'

/** One decision on all tickets that are ticked. */
export function BulkDecision() {
  const { inbox, t } = useInbox()
  const [isTried, setTried] = useState(false)
  const { bulkDecision, selection } = inbox
  const taken = bulkDecision.value
  if (!taken) return null
  const { fields, text } = taken
  const isReasonMissing = fields.kind !== 'resolve' && !fields.reason
  const close = () => {
    inbox.sheet.value = null
    bulkDecision.value = null
  }
  return (
    <Dialog title={`${t.bulk.decide} · ${t.queue.selected(selection.count.value)}`} onClose={close}>
      <DecisionForm
        fields={fields}
        text={text}
        isReasonMissing={isTried && isReasonMissing}
        onChange={(next) => (bulkDecision.value = { fields: next, text })}
      />
      <TextArea
        aria-label={t.decision.words}
        placeholder={t.decision.words}
        rows={3}
        data-autofocus
        value={text}
        onInput={({ currentTarget }) => (bulkDecision.value = { fields, text: currentTarget.value })}
      />
      {selection.failure.value && <FailureNotice failure={selection.failure.value} />}
      <p class="buttons">
        <button
          type="button"
          class={fields.kind === 'refuse' ? 'danger' : 'primary'}
          aria-busy={selection.isBusy.value}
          onClick={() => {
            setTried(true)
            if (!isReasonMissing) void inbox.bulk({ decision: toDecision(fields, text.trim()) })
          }}
        >
          {t.decision.send[fields.kind]}
        </button>
        <button type="button" onClick={close}>
          {t.cancel}
        </button>
      </p>
    </Dialog>
  )
}
