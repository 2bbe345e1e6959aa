// Pictures' bytes as addresses: fetched once, with the agent's token, which an `<img>` cannot send.
import { useEffect, useState } from 'preact/hooks'
import { signal } from '@preact/signals'
import type { AttachmentReply } from '@bilet/shared/replies'
import { ownBytes } from '@bilet/widget/pictures'
import { useInbox } from '../../ui/context.ts'

const fetched = new Map<string, Promise<string | null>>()

/** The address of a picture; undefined while it is on its way, null when it does not come. */
export function usePicture(id: string): string | null | undefined {
  const { inbox } = useInbox()
  const [source, setSource] = useState<string | null | undefined>(undefined)
  useEffect(() => {
    const load = async () => {
      const bytes = ownBytes(id) ?? (await inbox.api.bytes(id))
      return bytes && URL.createObjectURL(bytes)
    }
    const loading = fetched.get(id) ?? load()
    fetched.set(id, loading)
    void loading.then(setSource)
  }, [id])
  return source
}

/** The pictures that are looked at, and which of them; null while none is. */
export const viewed = signal<{ pictures: AttachmentReply[]; at: number } | null>(null)
