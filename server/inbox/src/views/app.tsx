import { useInbox } from '../ui/context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Shell } from './shell.tsx'
import { SignIn } from './sign-in.tsx'

/** Nobody, or an agent; one whose sign-in was lost keeps the page and is asked again over it. */
export function App() {
  const { inbox, t } = useInbox()
  const { state } = inbox.session
  if (state.value === 'out' || state.value === 'entering')
    return (
      <main class="sign-in">
        <h1>{t.signIn.title}</h1>
        <SignIn />
      </main>
    )
  return (
    <>
      <Shell />
      {state.value === 'lost' && (
        <Dialog title={t.signIn.lost} kind="small" onClose={inbox.session.signOut}>
          <p>{t.signIn.lostText}</p>
          <SignIn />
        </Dialog>
      )}
    </>
  )
}
