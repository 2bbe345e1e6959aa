import { useState } from 'preact/hooks'
import type { StaffFailure } from '../../api.ts'
import { toArticleId } from '../../models/article-id.ts'
import { useInbox } from '../../ui/context.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-area.tsx'

/** An article for a question that had none: Markdown, published at once. */
export function NewArticle({ question, onClose }: { question: string; onClose: () => void }) {
  const { inbox, t } = useInbox()
  const [title, setTitle] = useState(question.slice(0, 200))
  const [markdown, setMarkdown] = useState('')
  const [failure, setFailure] = useState<StaffFailure | null>(null)
  const [isBusy, setBusy] = useState(false)
  const id = toArticleId(title)
  const publish = async () => {
    setBusy(true)
    const answer = await inbox.api.putArticle(id, { title: title.trim(), lang: inbox.i18n.locale.value, markdown })
    setBusy(false)
    if (!answer.ok) return setFailure(answer.failure)
    inbox.announce(t.newArticle.published)
    onClose()
  }
  return (
    <Dialog title={t.newArticle.title} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void publish()
        }}
      >
        <label class="field">
          <span>{t.newArticle.name}</span>
          <input
            type="text"
            value={title}
            data-autofocus
            onInput={({ currentTarget }) => setTitle(currentTarget.value)}
          />
        </label>
        <p class="soft">
          {t.newArticle.id}: {id}
        </p>
        <label class="field">
          <span>{t.newArticle.text}</span>
          <TextArea
            rows={10}
            required
            value={markdown}
            placeholder={t.newArticle.hint}
            onInput={({ currentTarget }) => setMarkdown(currentTarget.value)}
          />
        </label>
        {failure && <FailureNotice failure={failure} />}
        <p class="buttons">
          <button type="submit" class="primary" aria-busy={isBusy}>
            {t.newArticle.publish}
          </button>
          <button type="button" onClick={onClose}>
            {t.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
