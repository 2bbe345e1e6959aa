import type { ComponentChildren } from 'preact'

/** One thing that is known of the ticket, beside its thread. */
export const Section = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
)
