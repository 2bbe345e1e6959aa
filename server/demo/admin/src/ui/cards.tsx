// A grid of cards with a switch each: modules, themes.
import type { VNode } from 'preact'
import { Toggle } from './form.tsx'
import { toast } from './toasts.tsx'

type Card = [title: string, text: string, note: string, on: boolean]

export function cards(items: Card[]): () => VNode {
  return () => (
    <div class="cards">
      {items.map(([title, text, note, on]) => (
        <section key={title} class="card">
          <header>
            <h2>{title}</h2>
            <Toggle label={title} on={on} change={(now) => toast(`${title}: ${now ? 'включено' : 'выключено'}`)} />
          </header>
          <p>{text}</p>
          <small>{note}</small>
        </section>
      ))}
    </div>
  )
}
