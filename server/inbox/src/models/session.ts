// Who the agent is: the token, kept for this tab only, and what it allows.
import { computed, signal } from '@preact/signals'
import type { Shelf } from '@bilet/widget/shelf'
import type { StaffAnswer, StaffFailure } from '../api.ts'
import type { Me, Scope } from './replies.ts'

export type SessionDeps = {
  /** The tab's own storage: gone with it. */
  shelf: Shelf
}

const included: Record<Scope, readonly Scope[]> = {
  read: ['read', 'write', 'admin'],
  write: ['write', 'admin'],
  admin: ['admin'],
}

const kept = (shelf: Shelf) => {
  const token = shelf.read('staff-token')
  return typeof token === 'string' ? token : null
}

/** `out`: nobody is signed in; `lost`: somebody was, and their token is no longer good: their page stays as it is. */
export function createSession({ shelf }: SessionDeps) {
  const token = signal(kept(shelf))
  const me = signal<Me | null>(null)
  const state = signal<'out' | 'entering' | 'in' | 'lost'>(token.value === null ? 'out' : 'entering')
  const failure = signal<StaffFailure | null>(null)

  const leave = () => {
    token.value = null
    shelf.write('staff-token', null)
  }

  return {
    token,
    me,
    state,
    failure,
    name: computed(() => me.value?.name ?? ''),
    may: (scope: Scope) => me.value?.scopes.some((held) => included[scope].includes(held)) ?? false,
    /** Asks who the bearer is. The token is kept once the server knows it. */
    async enter(next: string | null, ask: () => Promise<StaffAnswer<Me>>) {
      const before = state.value
      token.value = next
      failure.value = null
      state.value = before === 'lost' ? 'lost' : 'entering'
      const answer = await ask()
      if (answer.ok) {
        me.value = answer.value
        shelf.write('staff-token', next)
        state.value = 'in'
        return
      }
      failure.value = answer.failure
      // Without a network nothing is known of the token: it stays for another try.
      if (answer.failure.code !== 'offline') leave()
      state.value = before === 'lost' ? 'lost' : 'out'
    },
    /** The server no longer takes the token. */
    lose: () => {
      if (state.value !== 'in') return
      leave()
      state.value = 'lost'
    },
    signOut: () => {
      leave()
      me.value = null
      state.value = 'out'
    },
  }
}
export type Session = ReturnType<typeof createSession>
