// One pipeline for every source: each finding is checked, compared with what is kept, stored; then the index follows.
import { Article } from '@bilet/shared/article'
import { toIssues } from '@bilet/shared/issues'
import { digest } from '../../util/digest.ts'
import type { ArticleLibrary, Entry } from '../library.ts'
import { publishIndex } from '../publish-index.ts'
import { createInnerLinks } from './inner-links.ts'
import type { Finding, KnownDocuments, Paused, Place, Source } from './source.ts'
import { findLeaks } from './tree/leaks.ts'

/** What earlier imports know: `since` is when the one under way began, RFC 3339, `place` where it paused. */
export type Earlier = { known: KnownDocuments; since: string; place: Place | undefined }

export type ImportOptions = {
  /** Name of the set of articles that this import keeps; `prune` touches no other. */
  set?: string
  /** Remove the articles of the set that the source no longer has. */
  prune?: boolean
  /** Tell what would change, and change nothing. */
  dryRun?: boolean
  /** Epoch milliseconds. */
  clock?: () => number
  /** Told of every finding, and what came of it where it is an article. */
  onFinding?: (finding: Finding, outcome?: Outcome) => void
}

export type Outcome = 'added' | 'changed' | 'unchanged'

/** What an import did, in articles. `pruned` is false where pruning was asked for and not safe. */
export type ImportReport = {
  added: number
  changed: number
  unchanged: number
  skipped: number
  failed: number
  removed: string[]
  pruned: boolean
  /** How many documents the source has not come to: the same import again goes on with them. */
  left: number
}

/**
 * Imports a source into the library, then publishes the search index: until then the old one answers. A document that
 * cannot be read is told through `onFinding` and the rest goes on. Rejects with `SourceError` where the source as a whole
 * cannot be read, and when its signal aborts; the same import again goes on from there, also from where a source paused.
 */
export async function importFindings(
  library: ArticleLibrary,
  { name, open }: { name: string; open: (earlier: Earlier) => Source | Promise<Source> },
  options: ImportOptions = {},
): Promise<ImportReport> {
  const { set = 'docs', clock = Date.now, onFinding = () => {} } = options
  const known = new Map((await library.list()).map((entry) => [entry.id, entry]))
  const isDry = options.dryRun === true
  const run = isDry ? dryRunOf(clock) : await library.runs.begin(runOf(set, name))
  const ours = new Map([...known].filter(([, { origin }]) => origin.source === set))
  const tally = createTally()
  const links = createInnerLinks()
  let paused: Paused | undefined
  for await (const finding of await open({ known: ours, since: run.startedAt, place: run.place })) {
    if (finding.kind === 'paused') {
      paused = finding
      break
    }
    if (finding.kind === 'article') links.add(finding)
    const settled = await settle(finding, { library, known, set, clock, isDry })
    tally.count(settled)
    onFinding(settled.finding, settled.outcome)
  }
  for (const noted of links.dead()) onFinding(noted)
  if (!isDry) await mend(library, links)
  const isWhole = paused === undefined && tally.isWhole()
  const stale = options.prune && isWhole ? staleOf(tally.isKept, ours) : []
  if (!isDry) {
    for (const id of stale) await library.remove(id)
    const isChanged = tally.isChanged() || stale.length > 0
    if (paused === undefined || isChanged) await publishIndex(library, isChanged ? undefined : [...known.values()])
    await (paused === undefined ? run.finish() : run.pause({ after: paused.after, dropped: tally.dropped() }))
  }
  return { ...tally.counts, removed: stale, pruned: options.prune === true && isWhole, left: paused?.left ?? 0 }
}

/** Links by another name than the one that their place is known by get that one. */
async function mend(library: ArticleLibrary, { toMend, mended }: ReturnType<typeof createInnerLinks>) {
  for (const id of toMend()) {
    const [article, entry] = [await library.get(id), await library.entry(id)]
    if (article && entry) await library.put(mended(article), entry.origin)
  }
}

/** What an import is known by, so that it goes on where it was interrupted. */
export const runOf = (set: string, name: string) => `${set} ${name}`

/** A run that leaves no trace and goes on from no other. */
const dryRunOf = (clock: () => number) => ({
  startedAt: new Date(clock()).toISOString(),
  place: undefined,
  finish: async () => {},
  pause: async () => {},
})

type Settled = { finding: Finding; id?: string | undefined; outcome?: Outcome }

type Context = {
  library: ArticleLibrary
  known: ReadonlyMap<string, Entry>
  set: string
  clock: () => number
  isDry: boolean
}

/** Brings the library up to one finding. */
async function settle(finding: Finding, context: Context): Promise<Settled> {
  if (finding.kind === 'article') return storeArticle(withLeaks(finding), context)
  if (finding.kind === 'failed') return { finding, id: finding.id }
  if (finding.kind !== 'unchanged') return { finding }
  if (finding.validators && !context.isDry) await context.library.confirm(finding.id, finding.validators)
  return { finding, id: finding.id, outcome: 'unchanged' }
}

/** Whatever the source was: syntax that readers would see is told. */
function withLeaks(found: Finding & { kind: 'article' }): Finding & { kind: 'article' } {
  const { article, troubles = [] } = found
  return { ...found, troubles: [...troubles, ...findLeaks(article.title, article.blocks)] }
}

async function storeArticle(
  found: Finding & { kind: 'article' },
  { library, known, set, clock, isDry }: Context,
): Promise<Settled> {
  const { article, text, validators, translations, where } = found
  const before = known.get(article.id)
  const hash = await digest(JSON.stringify([article, text ?? null, ...(translations ?? [])]))
  if (before?.origin.hash === hash && before.origin.source === set) {
    if (validators && !isDry) await library.confirm(article.id, validators)
    return { finding: found, id: article.id, outcome: 'unchanged' }
  }
  const parsed = Article.safeParse({ updatedAt: new Date(clock()).toISOString(), ...article })
  if (!parsed.success) {
    const [issue] = toIssues(parsed.error)
    const reason = `${issue?.path ?? ''} ${issue?.code ?? 'invalid'}`.trim()
    return { finding: { kind: 'failed', where, id: article.id, reason }, id: article.id }
  }
  const outcome = before ? 'changed' : 'added'
  if (isDry) return { finding: found, id: article.id, outcome }
  for (const { src, bytes } of found.pictures ?? [])
    if (!(await library.pictures.has(src))) await library.pictures.put(src, bytes())
  const told = { ...(validators && { validators }), ...(translations?.length && { translations: [...translations] }) }
  await library.put(parsed.data, { source: set, hash, ...told }, text)
  return { finding: found, id: article.id, outcome }
}

function createTally() {
  const counts = { added: 0, changed: 0, unchanged: 0, skipped: 0, failed: 0 }
  const kept = new Set<string>()
  const dropped = new Set<string>()
  let unnamed = 0
  return {
    counts,
    count({ finding, id, outcome }: Settled) {
      if (id !== undefined) kept.add(id)
      else if (finding.kind === 'failed') unnamed++
      if ((finding.kind === 'skipped' || finding.kind === 'gone') && finding.id !== undefined) dropped.add(finding.id)
      if (outcome) counts[outcome]++
      else if (finding.kind === 'failed' || finding.kind === 'skipped') counts[finding.kind]++
      else if (finding.kind === 'gone') counts.failed++
    },
    isKept: (id: string) => kept.has(id),
    isChanged: () => counts.added + counts.changed > 0,
    dropped: () => [...dropped],
    /** Whether it is known of every article that it is there or not. An import that brought nothing proves nothing. */
    isWhole: () => kept.size > 0 && unnamed === 0,
  }
}

/** The articles of the set that the source no longer has. */
const staleOf = (isKept: (id: string) => boolean, ours: ReadonlyMap<string, Entry>) =>
  [...ours.keys()].filter((id) => !isKept(id))
