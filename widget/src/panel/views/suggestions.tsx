import type { Suggestion } from '@bilet/shared/replies'
import { useDesk } from '../ui/context.ts'
import { Icon } from '../ui/icon.tsx'

/** The sentence with the words that match in it. */
function Excerpt({ excerpt: text, marks }: Pick<Suggestion, 'excerpt' | 'marks'>) {
  const parts = marks.flatMap(([from, to], index) => [
    text.slice(marks[index - 1]?.[1] ?? 0, from),
    <mark key={from}>{text.slice(from, to)}</mark>,
  ])
  return (
    <span class="excerpt">
      {parts}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </span>
  )
}

/** Moves the focus to the next or previous element of the same kind; upwards from the first one to the field. */
function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }, toField: () => void) {
  const { key, currentTarget } = event
  const items = [...currentTarget.closest('ul')!.querySelectorAll<HTMLElement>('button')]
  const at = items.indexOf(currentTarget)
  if (key === 'Escape' || (key === 'ArrowUp' && at === 0)) toField()
  else if (key === 'ArrowDown') items[at + 1]?.focus()
  else if (key === 'ArrowUp') items[at - 1]?.focus()
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** Articles that may answer, in a place of fixed size, so that nothing jumps while the owner types. */
export function Suggestions({ toField }: { toField: () => void }) {
  const { desk, actions, t } = useDesk()
  const { list, isSettled } = desk.suggestions.suggested.value
  return (
    <section class="suggestions">
      <h3 class="caption">{list[0] && t.suggestions.title}</h3>
      <ul class="cards">
        {list.map(({ articleId, title, excerpt, marks, section, subject = section }) => (
          <li key={articleId}>
            <button
              class="card suggestion"
              onKeyDown={(event) => moveFocus(event, toField)}
              onClick={() => actions.openSuggestion(articleId)}
            >
              <b>{title}</b>
              <Excerpt excerpt={excerpt} marks={marks} />
              {subject && <small>{subject}</small>}
              <Icon name="right" />
            </button>
          </li>
        ))}
      </ul>
      {!list[0] && isSettled && desk.draft.fields.value.subject.trim() && <p class="quiet">{t.suggestions.none}</p>}
      <output class="unseen">{isSettled && list[0] && t.suggestions.count(list.length)}</output>
    </section>
  )
}
