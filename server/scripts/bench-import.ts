// `npm run bench:import`: what an import costs. A tree of 2,700 files and a site of 1,000 pages, each imported into an empty
// desk and then again; exits 1 where one takes more than it may.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importAs } from './bench-import/import-as.ts'
import type { Cost } from './bench-import/import-as.ts'
import { serveSite } from './bench-import/site.ts'
import { writeTree } from './bench-import/tree.ts'
import { table } from './bench-server/measure.ts'

const files = 2_700
const pages = 1_000
/**
 * Seconds of the processor and megabytes; of the former the share where nothing changed in a tree. A site has to be asked
 * for each page whether it changed.
 */
const most = { seconds: 60, megabytes: 350, again: 0.15 }

const folder = await mkdtemp(join(tmpdir(), 'bilet-bench-'))
const rows = [['', 'processor, s', 'of the first', 'peak, MB', 'outcome']]
let isWithin = true

function note(name: string, cost: Cost, first?: Cost) {
  const share = first ? cost.seconds / first.seconds : 0
  const isQuick = first ? share <= most.again || name.includes('site') : cost.seconds <= most.seconds
  isWithin &&= cost.megabytes <= most.megabytes && isQuick
  const ofFirst = first ? `${(share * 100).toFixed(1)} %` : ''
  rows.push([name, cost.seconds.toFixed(1), ofFirst, cost.megabytes.toFixed(0), cost.outcome])
}

async function measure(name: string, target: string, options: readonly string[] = []) {
  const storage = join(folder, `desk-${rows.length}`)
  const first = await importAs(target, { storage, options })
  note(name, first)
  note(`  ${name.split(' ')[1]} unchanged, again`, await importAs(target, { storage, options }), first)
}

try {
  await writeTree(join(folder, 'tree'), files)
  await measure(`a tree of ${files} files`, join(folder, 'tree'))
  const site = await serveSite(pages)
  await measure(`a site of ${pages} pages`, site.sitemap, ['--allow-private', '--rate', '100'])
  site.close()
} finally {
  await rm(folder, { recursive: true, force: true })
}
process.stdout.write(`${table(rows)}\n`)
process.stdout.write(
  `At most ${most.seconds} s, ${most.megabytes} MB, and ${most.again * 100} % where nothing changed.\n`,
)
process.exitCode = isWithin ? 0 : 1
