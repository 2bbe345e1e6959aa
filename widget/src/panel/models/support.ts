// Hours, departments and rules for this caller. The last answer stays on the device, so that drafts are checked offline too.
import { computed, signal } from '@preact/signals'
import type { Standing } from '@bilet/shared/caller'
import type { Language } from '@bilet/shared/locale'
import type { SupportReply } from '@bilet/shared/replies'
import type { Answer, Failure } from './answer.ts'

/** Milliseconds until it is asked again by itself, longer each time. */
const pauses = [2_000, 5_000, 15_000, 30_000]

export type SupportDeps = {
  ask: (locale: Language) => Promise<Answer<SupportReply>>
  read: () => SupportReply | null
  write: (reply: SupportReply) => void
}

export function createSupport({ ask, read, write }: SupportDeps) {
  const reply = signal<SupportReply | null>(null)
  /** Whether the hours in it are of now. */
  const isFresh = signal(false)
  const failure = signal<Failure | null>(null)
  let turn = 0
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const load = async (locale: Language) => {
    const mine = ++turn
    clearTimeout(timer)
    const answer = await ask(locale)
    if (mine !== turn) return
    failure.value = answer.ok ? null : answer.failure
    if (!answer.ok) {
      reply.value ??= read()
      timer = setTimeout(() => void load(locale), pauses[Math.min(failures++, pauses.length - 1)])
      return
    }
    failures = 0
    reply.value = answer.value
    isFresh.value = true
    write(answer.value)
  }

  return {
    reply,
    isFresh,
    failure,
    /** The caller as the checks want it. */
    caller: computed<Standing>(() => {
      const { kind, plan } = reply.value?.caller ?? { kind: 'guest' as const }
      return kind === 'owner' && plan ? { kind, plan } : { kind: 'guest' }
    }),
    isGuest: computed(() => reply.value?.caller.kind === 'guest'),
    /** Whether the caller may give pictures: a guest only where the desk's policy says so. */
    takesPictures: computed(() => reply.value?.caller.kind !== 'guest' || reply.value.rules.guest.pictures),
    /** Asks; and again after a while where there was no answer. */
    load,
    stop: () => clearTimeout(timer),
    forget() {
      turn++
      clearTimeout(timer)
      reply.value = null
      isFresh.value = false
      failure.value = null
    },
  }
}
export type Support = ReturnType<typeof createSupport>
