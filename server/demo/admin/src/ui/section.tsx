// A section of the panel: a title and one or several tabs.
import { useSignal } from '@preact/signals'
import type { ComponentChildren, VNode } from 'preact'
import { session } from '../session.ts'

/** `tabs` by title; a section of one view has one tab without a title. `paid` ones are closed to the Free plan. */
export type Section = { tabs: Record<string, () => VNode>; paid?: true }

export const tabs = (views: Section['tabs'], paid?: true): Section => (paid ? { tabs: views, paid } : { tabs: views })
export const single = (view: () => VNode, paid?: true): Section => tabs({ '': view }, paid)

export const PageTitle = ({ title, children }: { title: string; children?: ComponentChildren }) => (
  <header class="page-title">
    <h1>{title}</h1>
    {children}
  </header>
)

export function SectionPage({ title, section }: { title: string; section: Section }) {
  const titles = Object.keys(section.tabs)
  const chosen = useSignal(titles[0] ?? '')
  const View = section.tabs[chosen.value]
  return (
    <>
      <PageTitle title={title} />
      {section.paid && session.value.persona === 'free' && (
        <p class="notice">
          Раздел доступен на тарифах Standard и Premium. Можно посмотреть, как он устроен, но изменения не сохранятся.{' '}
          <a href="/settings/plan">Сменить тариф</a>
        </p>
      )}
      {titles.length > 1 && (
        <div class="tabs" role="tablist">
          {titles.map((tab) => (
            <button
              key={tab}
              type="button"
              role="tab"
              aria-selected={tab === chosen.value}
              onClick={() => (chosen.value = tab)}
            >
              {tab}
            </button>
          ))}
        </div>
      )}
      {View && <View key={chosen.value} />}
    </>
  )
}
