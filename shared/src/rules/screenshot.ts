// R15: something to look at, or the honest way out.
import type { Draft } from './draft.ts'
import type { Finding } from './finding.ts'
import { parseLink } from './link.ts'

const linksOf = ({ screenshot }: Draft) => screenshot?.links ?? []

/** Whether a picture or a link is given. A link that is refused is given too: it has a finding of its own. */
export const hasScreenshot = (draft: Draft) =>
  Boolean(draft.screenshot?.attachments?.length) || linksOf(draft).some((link) => link.trim())

function checkLink(written: string, index: number): Finding[] {
  if (!written.trim() || parseLink(written)) return []
  return [{ code: 'link_not_allowed', severity: 'block', path: `screenshot.links.${index}`, params: {} }]
}

/** Blocks links that may not be given and a draft with neither a screenshot nor the way out; any other link counts. */
export function checkScreenshot(draft: Draft): Finding[] {
  const missing: Finding = { code: 'screenshot_missing', severity: 'block', path: 'screenshot', params: {} }
  const given = hasScreenshot(draft) || draft.screenshot?.none
  return [...(given ? [] : [missing]), ...linksOf(draft).flatMap(checkLink)]
}
