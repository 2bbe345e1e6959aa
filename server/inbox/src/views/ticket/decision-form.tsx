import { inLanguage } from '@bilet/shared/policy/in-language'
import { mayDecide } from '@bilet/shared/policy/decisions'
import type { Language } from '@bilet/shared/locale'
import type { DecisionKind } from '@bilet/shared/ticket-events'
import type { TicketStatus } from '@bilet/shared/ticket'
import { ownerDecision } from '../../i18n/owner-words.ts'
import { zonedText } from '../../i18n/times.ts'
import type { DecisionFields } from '../../models/draft-fields.ts'
import { useInbox } from '../../ui/context.ts'

const kinds: DecisionKind[] = ['resolve', 'extend', 'refuse']

type DecisionFormProps = {
  fields: DecisionFields
  /** Where one ticket is meant: what may not follow its status is shown as closed. */
  status?: TicketStatus
  /** The owner's language, where one owner is meant. */
  ownerLocale?: Language
  text: string
  isReasonMissing: boolean
  onChange: (fields: DecisionFields) => void
}

/** The reason in the owner's language, as they will read it (R19). */
function Preview({ fields, text, locale }: { fields: DecisionFields; text: string; locale: Language }) {
  const { inbox, t } = useInbox()
  const { kind, reason, until } = fields
  const known = inbox.desk.value.value?.reasons.find(({ id }) => id === reason)
  return (
    <div class="preview">
      <p class="caption">{t.decision.preview}</p>
      <p>
        <b>{ownerDecision(locale)[kind]}</b>
      </p>
      {until && (
        <p>{t.ticket.until(zonedText(t, new Date(until).toISOString(), inbox.clock.value, inbox.zone.value))}</p>
      )}
      {known && <p>{inLanguage(known.words, locale)}.</p>}
      {text.trim() && <p class="words">{text}</p>}
      {known?.help && <p>{inLanguage(known.help, locale)}.</p>}
    </div>
  )
}

/** What is decided, why, and until when. */
export function DecisionForm({ fields, status, ownerLocale, text, isReasonMissing, onChange }: DecisionFormProps) {
  const { inbox, t } = useInbox()
  const locale = inbox.i18n.locale.value
  const reasons = inbox.desk.value.value?.reasons ?? []
  const needsReason = fields.kind !== 'resolve'
  return (
    <div class="decision-form">
      <fieldset class="kinds" aria-label={t.decision.title}>
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={fields.kind === kind}
            disabled={status !== undefined && !mayDecide(kind, status)}
            title={status !== undefined && !mayDecide(kind, status) ? t.decision.notAllowed : undefined}
            onClick={() => onChange({ ...fields, kind })}
          >
            {t.decision[kind]}
          </button>
        ))}
      </fieldset>
      {needsReason && (
        <label class="field">
          <span>{t.decision.reason}</span>
          <select
            value={fields.reason}
            aria-invalid={isReasonMissing}
            onChange={({ currentTarget }) => onChange({ ...fields, reason: currentTarget.value })}
          >
            <option value="">{t.none}</option>
            {reasons.map(({ id, words }) => (
              <option key={id} value={id}>
                {words[locale]}
              </option>
            ))}
          </select>
        </label>
      )}
      {isReasonMissing && <p class="red-text">{t.composer.reasonMissing}</p>}
      {fields.kind === 'extend' && (
        <label class="field">
          <span>{t.decision.until}</span>
          <input
            type="datetime-local"
            value={fields.until}
            onInput={({ currentTarget }) => onChange({ ...fields, until: currentTarget.value })}
          />
        </label>
      )}
      <Preview fields={fields} text={text} locale={ownerLocale ?? locale} />
    </div>
  )
}
