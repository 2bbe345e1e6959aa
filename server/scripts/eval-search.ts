/**
 * How well the search answers, beside the stock engines on the same work:
 *
 *   npm run eval:search [-- --sets FOLDER | corpus queries.jsonl] [--no-lexicon] [--typed] [--ablate] [--misses] [--edge]
 *                       [--quick] [--across FOLDER]…
 *
 * Without a corpus it asks the demo's own articles what owners may ask of them. `--sets FOLDER` takes `dev.jsonl` and
 * `queries.dev.jsonl` of a folder; a corpus is a file of articles or a folder of Markdown. `--typed` cuts each
 * query's last word to 60 %. `--across FOLDER`, as often as there are folders, judges silence on the demo and on each folder's
 * sets by a threshold chosen on the others; with `--ablate` it tells what each part gives over all of their questions together. `--quick` leaves out the other engines, the cross-validation and the large corpus. `--edge`
 * asks the built Worker under workerd, too, and tells what its isolate takes of memory.
 */
import { parseArgs } from 'node:util'
import { buildIndex } from '../src/search/build-index.ts'
import { emptyLexicon } from '../src/search/lexicon/lexicon.ts'
import { productNotions } from '../src/search/lexicon/product.ts'
import { shippedTuning } from '../src/search/tuning.ts'
import { acrossCorpora } from './eval-search/across.ts'
import { ablationTable } from './eval-search/ablate.ts'
import { crossValidated } from './eval-search/cross-validate.ts'
import { bilet } from './eval-search/engines/bilet.ts'
import { flexSearch } from './eval-search/engines/flexsearch.ts'
import { lunrRussian } from './eval-search/engines/lunr.ts'
import { miniSearchAsItComes, miniSearchTuned } from './eval-search/engines/minisearch.ts'
import { orama } from './eval-search/engines/orama.ts'
import { measureEdge } from './eval-search/edge.ts'
import type { Sets } from './eval-search/read-sets.ts'
import { cutLastWord, ownSets, readCorpus, readQueries, setsIn } from './eval-search/read-sets.ts'
import { letterTable } from './eval-search/letters.ts'
import { engineTable, kindTable, missesOf, thresholdLine } from './eval-search/report.ts'
import { inTime, limitsTable } from './eval-search/limits.ts'
import { routeAdds } from './eval-search/route.ts'
import { runEngine } from './eval-search/run.ts'
import { stress } from './eval-search/stress.ts'
import { share } from './eval-search/table.ts'
import { weigh } from './eval-search/weigh.ts'

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sets: { type: 'string' },
    'no-lexicon': { type: 'boolean', default: false },
    typed: { type: 'boolean', default: false },
    ablate: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    edge: { type: 'boolean', default: false },
    across: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
  },
})

const askedOf = async ({ documents, queries }: Sets) => ({
  documents: await readCorpus(documents),
  queries: readQueries(queries),
})

const print = (...lines: string[]): boolean => process.stdout.write(`${lines.join('\n')}\n\n`)

if (flags.across !== undefined) {
  const folders = flags.across.map((folder) => [folder, setsIn(folder)] as const)
  const named = [['the demo', ownSets] as const, ...folders]
  print(await acrossCorpora(named))
  const asked = flags.ablate ? await Promise.all(named.map(async ([, sets]) => await askedOf(sets))) : []
  if (flags.ablate) print(ablationTable(asked, productNotions))
  process.exit()
}

const sets = flags.sets === undefined ? ownSets : setsIn(flags.sets)
const [corpus = sets.documents, judged = sets.queries] = positionals
const documents = await readCorpus(corpus)
const queries = flags.typed ? readQueries(judged).map(cutLastWord) : readQueries(judged)
const notions = flags['no-lexicon'] ? [] : productNotions
print(`${documents.length} articles, ${queries.length} queries${flags.typed ? ', last word cut to 60 %' : ''}`)

const own = await runEngine(bilet(notions, shippedTuning), documents, queries)
const others = flags.quick ? [] : [miniSearchTuned, miniSearchAsItComes, orama, lunrRussian, flexSearch]
const runs = [own]
for (const engine of others) runs.push(await runEngine(engine, documents, queries))
print(engineTable(runs), '', '"false": unanswerable queries still answered while nine in ten right answers stay')
print(kindTable(own.outcomes))
print(thresholdLine(own.outcomes, shippedTuning.threshold))

const index = buildIndex(documents, emptyLexicon, notions)
print(letterTable(index, queries))
const subjects = queries.map(({ q }) => q.slice(0, 120))
const limits = [inTime('index built', own.buildMilliseconds, 3_000), ...weigh(index)]
limits.push(await routeAdds(index, subjects))
if (flags.edge) limits.push(await measureEdge(index, [...subjects, ...subjects].slice(0, 200)))
if (!flags.quick) limits.push(...stress(documents, queries))
print(limitsTable(limits))
if (!flags.quick) {
  const { recall1, recall3, mrr10, auc, falseShare } = crossValidated(index, queries)
  const figures = `@1 ${share(recall1)}  @3 ${share(recall3)}  MRR@10 ${share(mrr10)}  AUC ${share(auc)}  false ${share(falseShare)}`
  print(`cross-validated (5 folds, weights and threshold chosen on the rest): ${figures}`)
}
if (flags.ablate) print(ablationTable([{ documents, queries }], notions))
if (flags.misses) print(...missesOf(own.outcomes))
