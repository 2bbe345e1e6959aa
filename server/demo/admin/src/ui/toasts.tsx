import { signal } from '@preact/signals'

const shownMs = 4000
const toasts = signal<{ id: number; text: string }[]>([])
let lastId = 0

/** Says in passing that something was done. */
export function toast(text: string) {
  const id = ++lastId
  toasts.value = [...toasts.value, { id, text }]
  setTimeout(() => (toasts.value = toasts.value.filter((shown) => shown.id !== id)), shownMs)
}

export const Toasts = () => (
  <output class="toasts">
    {toasts.value.map(({ id, text }) => (
      <p key={id}>{text}</p>
    ))}
  </output>
)
