import { useEffect, useState } from 'preact/hooks'
import { useInbox } from '../../ui/context.ts'

const asked = new Map<string, Promise<string>>()

/** An article by its title; by its id while that is on its way, or where the article is gone. */
export function ArticleTitle({ id }: { id: string }) {
  const { inbox } = useInbox()
  const [title, setTitle] = useState(id)
  useEffect(() => {
    const ask = async () => {
      const answer = await inbox.api.article(id)
      return answer.ok ? answer.value.title : id
    }
    const asking = asked.get(id) ?? ask()
    asked.set(id, asking)
    void asking.then(setTitle)
  }, [id])
  return <>{title}</>
}
