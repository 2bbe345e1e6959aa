// The ticket being written: what is said of it, what is left, and the way from "send" to sending.
import { computed, signal } from '@preact/signals'
import { checkRules } from '@bilet/shared/rules/check-rules'
import type { Finding, FindingCode } from '@bilet/shared/rules/finding'
import type { CheckReply } from '@bilet/shared/replies'
import type { ReadonlySignal } from '@preact/signals'
import type { DraftField } from '../i18n/messages.ts'
import type { Failure } from './answer.ts'
import type { Draft } from './draft.ts'
import { asComplete, toBody } from './draft-body.ts'
import type { Around } from './draft-body.ts'
import { kindOf } from './draft-kind.ts'
import type { Review } from './review.ts'
import type { Submission } from './submission.ts'
import type { Support } from './support.ts'

export type TicketFormDeps = {
  draft: Draft
  support: Support
  review: Review
  submission: Submission
  around: ReadonlySignal<Omit<Around, 'department'>>
  /** What this version has words for, by code: a newer server may say more. */
  words: () => Partial<Record<FindingCode, unknown>>
  /** Waits for pictures under way; why they cannot go now, if they cannot. */
  deliver: () => Promise<Failure | null>
  /** Shows what has to be answered before sending. */
  ask: () => void
}

const isBlock = ({ severity }: Finding) => severity === 'block'

/** In the order of the form. */
const fields: DraftField[] = ['subject', 'description', 'steps', 'screenshot', 'email', 'department']

/** Asked for in every ticket that tells of a trouble; the others only where they are missing. */
const always = new Set<DraftField>(['subject', 'steps', 'screenshot'])

export const fieldOf = ({ path }: Pick<Finding, 'path'>) => fields.find((field) => path.startsWith(field))

/** What the owner has not answered yet: several questions in one, tickets like this one. */
export const openQuestions = ({ split, duplicates }: CheckReply, settled: string[]) => ({
  split: settled.includes('split') ? undefined : split,
  duplicates: duplicates.filter(({ id }) => !settled.includes(id)),
})

export function createTicketForm({ draft, support, review, submission, around, words, deliver, ask }: TicketFormDeps) {
  const isAttempted = signal(false)
  const isChecking = signal(false)
  const isDelivering = signal(false)
  /** Sending was asked for while nothing was known of the desk: it goes on when the desk answers. */
  const isWaiting = signal(false)
  /** The field to go to; a new object for each press. */
  const jump = signal<{ field: DraftField } | null>(null)

  const isOpenTo = (department: string) =>
    support.reply.value?.departments.some(({ id, available }) => available && id === department) ?? false
  const suggested = computed(() => {
    const { department: sure, likelyDepartment: likely } = review.reply.value ?? {}
    return [sure, likely].find((guess) => guess && isOpenTo(guess.id))?.id ?? ''
  })
  const department = computed(() => {
    const chosen = draft.fields.value.department
    const open = support.reply.value?.departments.filter(({ available }) => available) ?? []
    if (chosen && (isOpenTo(chosen) || open.length === 0)) return chosen
    return open.length === 1 ? (open[0]?.id ?? '') : suggested.value
  })
  const body = computed(() => toBody(draft.fields.value, { ...around.value, department: department.value }))

  const isKnown = (finding: { code: string; severity: 'block' | 'advice'; path: string }): finding is Finding =>
    Object.hasOwn(words(), finding.code)
  /** What the rules say here and now, as the server would; and the guesses of its last answer. */
  const findings = computed<Finding[]>(() => {
    const rules = support.reply.value?.rules
    const said = rules ? checkRules(asComplete(body.value, draft.fields.value), rules, support.caller.value) : []
    const guessed = (review.reply.value?.findings ?? []).filter(
      ({ code, severity }) => severity === 'advice' && !said.some((finding) => finding.code === code),
    )
    return [...said, ...guessed.filter(isKnown)]
  })
  const missing = computed(() => {
    const blocked = findings.value.filter(isBlock).map((finding) => fieldOf(finding))
    // Nothing is said at all: one place to begin is enough to name. The department is guessed until sending is tried.
    const isNamed = (field?: DraftField) =>
      field === 'description' ? !blocked.includes('subject') : field !== 'department' || isAttempted.value
    return blocked.filter(isNamed)
  })
  const kind = computed(() => kindOf(draft.fields.value))
  const remaining = computed(() =>
    fields
      .map((field) => ({ field, isDone: !missing.value.includes(field) }))
      .filter(({ field, isDone }) => !isDone || (kind.value === 'trouble' && always.has(field))),
  )
  /** Where the owner has to go before sending. A department that was not guessed yet is asked for last. */
  const leadTo = (isLast: boolean) => {
    const first = remaining.value.find(({ field, isDone }) => !isDone && (isLast || field !== 'department'))
    if (first) jump.value = { field: first.field }
    return first !== undefined
  }

  /** Sends whatever the advice says: the owner has seen it. Pictures on their way are waited for. */
  const sendAsIs = async () => {
    const { key } = draft.fields.value
    isDelivering.value = true
    const failure = await deliver()
    isDelivering.value = false
    // Of somebody else by now: they have not pressed.
    if (draft.fields.value.key !== key) return
    await (failure ? submission.hold(body.value, failure) : submission.send(body.value))
  }

  const send = async () => {
    if (isChecking.value || isDelivering.value) return
    isAttempted.value = true
    if (leadTo(false)) return
    isWaiting.value = !support.reply.value
    if (isWaiting.value) {
      void support.load(around.value.locale)
      return
    }
    const { key } = draft.fields.value
    isChecking.value = true
    const reply = await review.look(body.value)
    isChecking.value = false
    if (draft.fields.value.key !== key) return
    if (leadTo(true)) return
    const open = reply && openQuestions(reply, draft.fields.value.settled)
    if (open?.split ?? open?.duplicates.length) ask()
    else await sendAsIs()
  }

  return {
    department,
    kind,
    /** Whether the department is our guess rather than the owner's choice, or the only one that there is. */
    isSuggested: computed(
      () => department.value !== '' && department.value === suggested.value && !draft.fields.value.department,
    ),
    body,
    findings,
    advice: computed(() => findings.value.filter((finding) => !isBlock(finding))),
    remaining,
    isAttempted,
    isWaiting,
    isBusy: computed(() => isChecking.value || isDelivering.value || submission.state.value.step === 'sending'),
    jump,
    send,
    sendAsIs,
    goTo: (field: DraftField) => void (jump.value = { field }),
    settle: (question: string) => draft.set({ settled: [...draft.fields.value.settled, question] }),
    reset() {
      isAttempted.value = false
      isWaiting.value = false
      jump.value = null
      review.forget()
    },
  }
}
export type TicketForm = ReturnType<typeof createTicketForm>
