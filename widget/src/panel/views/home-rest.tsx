// What stands around the question on the first screen: fetched and shown once its field is there.
import { supportTime } from '../i18n/times.ts'
import { useDesk } from '../ui/context.ts'
import { InTurn } from '../ui/in-turn.tsx'
import { FailureNotice, Notice, Skeleton } from '../ui/states.tsx'
import { AskedHere } from './asked-here.tsx'
import { TicketRows } from './ticket-rows.tsx'

/** Open now and until when, or when it opens; and when the plan's answer comes (R1, R4, R5). */
function SupportLine() {
  const { desk, t } = useDesk()
  const support = desk.support.reply.value
  if (!support) {
    const { value: failure } = desk.support.failure
    return failure ? (
      <FailureNotice failure={failure} onRetry={() => void desk.support.load(desk.i18n.locale.value)} />
    ) : (
      <Skeleton lines={2} />
    )
  }
  const { open, opensAt, closesAt, reaction, caller, departments } = support
  const openTo = departments.filter(({ available }) => available)
  const at = (kind: 'until' | 'at', time: string) => supportTime(t, kind, time, desk.zones.value, desk.now())
  const openLine = closesAt ? t.home.openUntil(at('until', closesAt)) : t.home.openAlways
  const closedLine = opensAt ? t.home.opensAt(at('at', opensAt)) : t.home.closed
  return (
    <section class="support-line">
      {desk.support.isFresh.value && (
        <p class={open ? 'is-open' : 'is-closed'}>
          <i class="lamp" />
          {open ? openLine : closedLine}
        </p>
      )}
      <p class="secondary">
        {!open && `${t.home.anyHour} `}
        {t.home.reaction(reaction.hours, reaction.clock === 'support', caller.planName ?? '')}
      </p>
      {caller.kind === 'guest' && <p class="secondary">{t.home.guest}</p>}
      {openTo.length < departments.length && <p>{t.home.openTo(openTo.map(({ name }) => name))}</p>}
    </section>
  )
}

function LastTickets() {
  const { desk, t } = useDesk()
  const items = desk.tickets.page.value.value?.items ?? []
  if (items.length === 0) return null
  return (
    <section>
      <div class="row">
        <h3 class="caption">{t.titles.tickets}</h3>
        <button class="link" onClick={() => desk.router.push({ name: 'tickets' })}>
          {t.tickets.all}
        </button>
      </div>
      <TicketRows items={items.slice(0, 3)} />
    </section>
  )
}

/** The phone advises; changes to an account go in writing (R8). */
function Phones() {
  const { desk, t } = useDesk()
  const support = desk.support.reply.value
  if (!support?.phones.length) return null
  return (
    <section class="phones">
      <h3 class="caption">{t.home.phones}</h3>
      {support.phones.map(({ number, name }) => (
        <p key={number}>
          <a href={`tel:${number.replace(/[^\d+]/g, '')}`}>{number}</a>
          {name && <span class="secondary">{name}</span>}
        </p>
      ))}
      <p class="secondary">{support.phonesNote}</p>
    </section>
  )
}

/** What became of the draft, with what can be done about it. */
function DraftState() {
  const { desk, actions, t } = useDesk()
  const { step } = desk.submission.state.value
  if (step === 'queued')
    return (
      <Notice tone="plain">
        {t.home.queued}
        <button class="link" onClick={() => desk.router.open('ticket')}>
          {t.open}
        </button>
      </Notice>
    )
  if (!actions.ended.value || desk.draft.hasWords.value) return null
  return (
    <Notice tone="plain">
      {t.home.thrownAway}
      <button class="link" onClick={actions.restore}>
        {t.undo}
      </button>
    </Notice>
  )
}

/** What became of the draft; and while nothing is asked yet, what the desk is and what it has answered. An outage is always told. */
export function HomeRest() {
  const { desk } = useDesk()
  const { reply, failure } = desk.support
  return (
    <>
      <DraftState />
      {desk.draft.fields.value.subject.trim() ? (
        !reply.value && failure.value && <SupportLine />
      ) : (
        <InTurn>
          {desk.isStarted.value && <AskedHere />}
          <SupportLine />
          <LastTickets />
          <Phones />
        </InTurn>
      )}
    </>
  )
}
