// The draft as the API takes it. What is empty is left out.
import type { Language } from '@bilet/shared/locale'
import { limits } from '@bilet/shared/limits'
import type { Environment, PartialDraft, TicketDraft } from '@bilet/shared/ticket'
import { blankDraft } from './draft-fields.ts'
import type { DraftFields } from './draft-fields.ts'
import { kindOf } from './draft-kind.ts'
import { filled, toPlain } from './draft-message.ts'
import { randomId } from './random-id.ts'

export type Facts = Record<string, string | number | boolean>

export type Around = { locale: Language; department: string; pageUrl: string; facts: Facts }

/** The name that the address of the page goes by among the facts that the owner may take off. */
export const pageFact = 'page'

/** Facts that the owner left on. */
export const keptFacts = ({ removedFacts }: DraftFields, facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => !removedFacts.includes(name)))

/** The first line of a text as a subject of at most `max` characters, cut between words. */
function headline(text: string, max: number) {
  const [line = ''] = text.split('\n')
  if (line.length <= max) return line
  const cut = line.slice(0, max - 1)
  return `${cut.slice(0, cut.lastIndexOf(' ') + 1 || max - 1).trimEnd()}…`
}

/** What was typed as a subject and a description: once is enough, and nothing of it is left out. */
function toQuestion({ subject, description }: DraftFields) {
  const [question, details] = [toPlain(subject), toPlain(description)]
  const title = headline(question || details, limits.subject)
  return {
    subject: title,
    description: details && title === question ? details : [question, details].filter(Boolean).join('\n\n'),
  }
}

export function toBody(draft: DraftFields, { locale, department, pageUrl, facts }: Around): TicketDraft {
  const steps = filled(draft.steps)
  const attachments = draft.pictures.map(({ id }) => id)
  const links = filled(draft.links)
  const hasScreenshot = attachments.length + links.length + draft.waiting.length > 0
  const isAsking = kindOf(draft) !== 'trouble'
  const noSteps = isAsking ? 'just_a_question' : draft.noSteps
  const environment: Environment = keptFacts(draft, facts)
  return {
    ...toQuestion(draft),
    steps,
    screenshot: {
      attachments,
      links,
      ...((draft.nothingToShow || isAsking) && !hasScreenshot && { none: 'nothing_to_show' as const }),
    },
    department,
    locale,
    ...(noSteps && steps.length === 0 && { noSteps }),
    ...(pageUrl && !draft.removedFacts.includes(pageFact) && { pageUrl }),
    ...(Object.keys(environment).length > 0 && { environment }),
    ...(draft.seen.length > 0 && { seen: draft.seen }),
    ...(draft.email.trim() && { email: draft.email.trim() }),
  }
}

/** The body as the rules read it: a picture that is on its way is there. */
export const asComplete = (body: TicketDraft, { waiting }: DraftFields): TicketDraft => ({
  ...body,
  screenshot: { ...body.screenshot, attachments: [...body.screenshot.attachments, ...waiting] },
})

/** A draft made of one question of a split; pictures are those of the whole that it names. */
export function toFields(part: PartialDraft, whole: DraftFields): DraftFields {
  const { subject = '', description = '', steps = [], noSteps, screenshot = {} } = part
  const { attachments, links = [], none } = screenshot
  const isAsking = noSteps === 'just_a_question'
  return {
    ...blankDraft,
    key: randomId(),
    // Where the subject is only how the text begins, it was typed once.
    ...(description.startsWith(subject.replace(/…$/, '')) ? { subject: description } : { subject, description }),
    kind: isAsking ? 'question' : '',
    steps,
    noSteps: isAsking ? '' : (noSteps ?? ''),
    pictures: whole.pictures.filter(({ id }) => attachments?.includes(id)),
    links,
    nothingToShow: none !== undefined && !isAsking,
    email: whole.email,
    removedFacts: whole.removedFacts,
    seen: whole.seen,
    settled: ['split'],
  }
}
