import { useLayoutEffect } from 'preact/hooks'
import { pageFact } from '../../models/draft-body.ts'
import { readPage, zoneText } from '../../page-facts.ts'
import { useWords } from '../../ui/context.ts'
import { Icon } from '../../ui/icon.tsx'

/** Facts that go along: shown, and off with one press. */
export function Environment() {
  const { desk, t } = useWords()
  const { removedFacts } = desk.draft.fields.value
  const { pageUrl, facts } = desk.page.value
  const openings = desk.openings.value
  const context = desk.context.value
  const zone = zoneText(desk.ownZone(), t.ticket.cities, desk.now())
  useLayoutEffect(() => void (desk.page.value = readPage(context, zone)), [openings, context, zone])
  const all = Object.entries({ ...(pageUrl && { [pageFact]: pageUrl }), ...facts })
  const shown = all.filter(([name]) => !removedFacts.includes(name))
  if (all.length === 0) return null
  return (
    <fieldset class="field">
      <legend>{t.ticket.environment}</legend>
      <p class="hint">{t.ticket.environmentHint}</p>
      <ul class="facts">
        {shown.map(([name, value]) => {
          const label = t.ticket.facts[name.replace(/_?id$/i, '').toLowerCase()] ?? name
          return (
            <li key={name}>
              <span>
                <b>{label}</b> {typeof value === 'boolean' ? t.ticket.yesOrNo[value ? 0 : 1] : value}
              </span>
              <button
                class="icon-button"
                aria-label={`${t.remove}: ${label}`}
                onClick={() => desk.draft.set({ removedFacts: [...removedFacts, name] })}
              >
                <Icon name="close" />
              </button>
            </li>
          )
        })}
      </ul>
      {shown.length < all.length && (
        <button class="link" onClick={() => desk.draft.set({ removedFacts: [] })}>
          {t.undo}
        </button>
      )}
    </fieldset>
  )
}
