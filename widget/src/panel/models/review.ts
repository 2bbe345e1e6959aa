// What the server says of the draft before it is sent: advice, department, several questions, duplicates.
import { signal } from '@preact/signals'
import type { CheckReply } from '@bilet/shared/replies'
import type { PartialDraft } from '@bilet/shared/ticket'
import type { Answer } from './answer.ts'

/** A pause in writing, in milliseconds, after which the draft is looked at. */
const pause = 700

export function createReview(check: (draft: PartialDraft, signal: AbortSignal) => Promise<Answer<CheckReply>>) {
  const reply = signal<CheckReply | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let underWay: AbortController | undefined
  let checked = ''

  const stop = () => {
    clearTimeout(timer)
    underWay?.abort()
  }

  /** Looks at the draft now; null when the server cannot be asked, which never stops sending. */
  const look = async (draft: PartialDraft) => {
    stop()
    const key = JSON.stringify(draft)
    if (key === checked) return reply.value
    underWay = new AbortController()
    const { signal: mine } = underWay
    const answer = await check(draft, mine)
    if (mine.aborted || !answer.ok) return null
    checked = key
    reply.value = answer.value
    return answer.value
  }

  return {
    reply,
    look,
    stop,
    follow(draft: PartialDraft) {
      if (JSON.stringify(draft) === checked) return
      stop()
      timer = setTimeout(() => void look(draft), pause)
    },
    forget() {
      stop()
      checked = ''
      reply.value = null
    },
  }
}
export type Review = ReturnType<typeof createReview>
