import { useEffect, useState } from 'preact/hooks'
import type { Article } from '@bilet/shared/article'
import type { FoundArticle } from '../../models/replies.ts'
import { useInbox } from '../../ui/context.ts'
import { Blocks } from './blocks.tsx'
import { Picker } from './picker.tsx'

/** A pause in typing, milliseconds, after which articles are looked for. */
const pause = 150

/** Articles by search; the one that is chosen is shown as the owner will read it. */
export function ArticlePicker() {
  const { inbox, t } = useInbox()
  const [text, setText] = useState(inbox.opened.ticket.value.value?.subject ?? '')
  const [found, setFound] = useState<FoundArticle[] | null>(null)
  const [article, setArticle] = useState<Article | null>(null)
  useEffect(() => {
    const ending = new AbortController()
    const look = async () => {
      const answer = await inbox.api.articles(text, ending.signal)
      if (answer.ok && !ending.signal.aborted) setFound(answer.value.items)
    }
    const timer = setTimeout(() => void look(), pause)
    return () => {
      clearTimeout(timer)
      ending.abort()
    }
  }, [text])
  const look = async (id: string | undefined) => {
    if (id === undefined) return setArticle(null)
    const answer = await inbox.api.article(id)
    if (answer.ok) setArticle(answer.value)
  }
  const take = (id: string) => {
    const chosen = found?.find((one) => one.id === id)
    if (chosen) inbox.composer.set({ article: { id, title: chosen.title, url: chosen.url } })
    inbox.sheet.value = null
  }
  return (
    <Picker
      title={t.pickers.articles}
      choices={(found ?? []).map(({ id, title, excerpt }) => ({ id, name: title, hint: excerpt }))}
      empty={found === null ? t.loading : t.pickers.nothing}
      text={text}
      onText={setText}
      onTake={take}
      onLook={(id) => void look(id)}
    >
      {article && (
        <section class="picker-preview" aria-label={t.pickers.preview}>
          <h3>{article.title}</h3>
          <Blocks of={article.blocks} />
          <button type="button" class="primary" onClick={() => take(article.id)}>
            {t.pickers.insert}
          </button>
        </section>
      )}
    </Picker>
  )
}
