import { useEffect, useState } from 'preact/hooks'
import type { Suggestion } from '@bilet/shared/replies'
import { useDesk } from '../ui/context.ts'

const heading = () => (document.querySelector('h1')?.textContent ?? document.title).trim().slice(0, 100)

/** What owners ask most on this page of the admin: there before a word is written. */
export function AskedHere() {
  const { desk, actions, t } = useDesk()
  const [list, setList] = useState<Suggestion[]>([])
  const openings = desk.openings.value
  const locale = desk.i18n.locale.value
  const scope = desk.session.scope.value
  useEffect(() => {
    const gone = new AbortController()
    const query = { subject: '', description: '', steps: [], pageTitle: heading(), locale }
    const ask = async () => {
      const answer = await desk.api.suggest(query, gone.signal)
      if (answer.ok && !gone.signal.aborted) setList(answer.value.suggestions)
    }
    if (scope !== null) void ask()
    return () => gone.abort()
  }, [openings, locale, scope])
  if (list.length === 0) return null
  return (
    <section>
      <h3 class="caption">{t.home.askedHere}</h3>
      <ul class="rows">
        {list.map(({ articleId, title }) => (
          <li key={articleId}>
            <button class="ticket-row" onClick={() => actions.openArticle(articleId)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
