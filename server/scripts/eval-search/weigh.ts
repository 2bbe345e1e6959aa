import { gzipSync } from 'node:zlib'
import type { SearchIndex } from '../../src/search/index/search-index.ts'
import { fromSnapshot, toSnapshot } from '../../src/search/snapshot.ts'
import { inTime } from './limits.ts'
import type { Limit } from './limits.ts'
import { kb } from './table.ts'

const HALF_A_MEGABYTE = 512 * 1024

/** Size and load time of an index's snapshot. */
export function weigh(index: SearchIndex): Limit[] {
  const snapshot = toSnapshot(index)
  const texts = `${kb(gzipSync(snapshot.texts).length)} more for the texts of excerpts`
  const started = performance.now()
  const loaded = fromSnapshot(snapshot)
  const load = performance.now() - started
  return [
    { what: 'index, gzip', measured: gzipSync(snapshot.index).length, most: HALF_A_MEGABYTE, as: kb, beside: texts },
    inTime('index loaded', load, 300, `${loaded?.terms.length ?? 0} terms`),
  ]
}
