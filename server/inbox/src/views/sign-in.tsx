import { useState } from 'preact/hooks'
import { useInbox } from '../ui/context.ts'
import { FailureNotice } from '../ui/states.tsx'

export function SignIn() {
  const { inbox, t } = useInbox()
  const { state, failure } = inbox.session
  const [token, setToken] = useState('')
  const isBusy = state.value === 'entering'
  return (
    <form
      class="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (token.trim()) void inbox.enter(token.trim())
      }}
    >
      {state.value !== 'lost' && <p class="soft">{t.signIn.text}</p>}
      <label>
        <span>{t.signIn.token}</span>
        <input
          type="password"
          name="token"
          autocomplete="off"
          spellcheck={false}
          value={token}
          data-autofocus
          onInput={({ currentTarget }) => setToken(currentTarget.value)}
        />
      </label>
      {failure.value && <FailureNotice failure={failure.value} />}
      <button type="submit" class="primary" aria-busy={isBusy}>
        {isBusy ? t.signIn.entering : t.signIn.enter}
      </button>
    </form>
  )
}
