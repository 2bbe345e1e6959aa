// The draft as the API takes it. What is empty is left out.
import type { Locale } from '@bilet/shared/locale'
import type { Environment, PartialDraft, TicketDraft } from '@bilet/shared/ticket'
import { blankDraft } from './draft-fields.ts'
import type { DraftFields } from './draft-fields.ts'
import { filled } from './draft-message.ts'

export type Facts = Record<string, string | number | boolean>

export type Around = { locale: Locale; department: string; pageUrl: string; facts: Facts }

/** The name that the address of the page goes by among the facts that the owner may take off. */
export const pageFact = 'page'

/** Facts that the owner left on. */
export const keptFacts = ({ removedFacts }: DraftFields, facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => !removedFacts.includes(name)))

export function toBody(draft: DraftFields, { locale, department, pageUrl, facts }: Around): TicketDraft {
  const steps = filled(draft.steps)
  const attachments = draft.pictures.map(({ id }) => id)
  const links = filled(draft.links)
  const hasScreenshot = attachments.length + links.length > 0
  const environment: Environment = keptFacts(draft, facts)
  return {
    subject: draft.subject.trim(),
    description: draft.description.trim(),
    steps,
    screenshot: {
      attachments,
      links,
      ...(draft.nothingToShow && !hasScreenshot && { none: 'nothing_to_show' as const }),
    },
    department,
    locale,
    ...(draft.noSteps && steps.length === 0 && { noSteps: draft.noSteps }),
    ...(pageUrl && !draft.removedFacts.includes(pageFact) && { pageUrl }),
    ...(Object.keys(environment).length > 0 && { environment }),
    ...(draft.seen.length > 0 && { seen: draft.seen }),
    ...(draft.email.trim() && { email: draft.email.trim() }),
  }
}

/** A draft made of one question of a split; pictures are those of the whole that it names. */
export function toFields(part: PartialDraft, whole: DraftFields): DraftFields {
  const { screenshot = {} } = part
  const { attachments, links = [], none } = screenshot
  return {
    ...blankDraft,
    subject: part.subject ?? whole.subject,
    description: part.description ?? '',
    steps: part.steps ?? [],
    noSteps: part.noSteps ?? '',
    pictures: whole.pictures.filter(({ id }) => attachments?.includes(id)),
    links,
    nothingToShow: none !== undefined,
    department: part.department ?? '',
    email: whole.email,
    removedFacts: whole.removedFacts,
    seen: whole.seen,
    settled: ['split'],
  }
}
