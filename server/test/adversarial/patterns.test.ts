// Every regular expression that the server, the widget, the inbox and what they share are made of, against texts that are
// made of its own parts: four times the text may cost four times the work. What costs next to nothing at first is not
// asked twice.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseAst } from 'vite'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { growthOf, proportional } from '../support/growth.ts'
import { baitsOf, baitText, tryPattern } from '../support/pattern-baits.ts'
import type { Bait, Pattern } from '../support/pattern-baits.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const sources = ['server/src', 'shared/src', 'widget/src', 'server/inbox/src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/(?:^|\/)test-|\.(?:test|contract|d)\.ts$/.test(name))
    .map((name) => join(root, folder, name)),
)

/** Letters of a text that is tried first, and milliseconds: in proportion it costs a tenth of that. */
const [short, suspect] = [5_000, 2]
/** Where that is too long already: a pattern that takes the cube of its text would never end. */
const shorter = 300
/** A quarter of the longest text. */
const long = 25_000

/** Those that are written out. */
function writtenIn(node: unknown, found: (pattern: Pattern) => void): void {
  if (typeof node !== 'object' || node === null) return
  if ('regex' in node) {
    const { pattern: source, flags } = node.regex as { pattern: string; flags: string }
    found({ source, flags })
  }
  for (const child of Object.values(node)) writtenIn(child, found)
}

const patterns = new Map<string, Pattern>()
const add = ({ source, flags }: Pattern) => patterns.set(`/${source}/${flags}`, { source, flags })

beforeAll(async () => {
  const made: string[] = []
  for (const file of sources) {
    const code = readFileSync(file, 'utf8')
    writtenIn(parseAst(code, { lang: file.endsWith('x') ? 'tsx' : 'ts' }), add)
    if (/^[^*/]*\bnew RegExp\(/m.test(code)) made.push(file)
  }
  // Those that are put together where their modules begin.
  const keeping = new Proxy(RegExp, {
    construct(target, [source, flags]: [string, string?]) {
      const pattern = new target(source, flags)
      add(pattern)
      return pattern
    },
  })
  vi.stubGlobal('RegExp', keeping)
  vi.resetModules()
  for (const file of made) await import(pathToFileURL(file).href)
  vi.unstubAllGlobals()
})
afterAll(() => vi.unstubAllGlobals())

function millisecondsOf(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}

const cost = (pattern: Pattern, bait: Bait) => {
  const atOnce = millisecondsOf(() => tryPattern(pattern, baitText(bait, shorter)))
  if (atOnce > suspect) return { bait, length: shorter, ms: atOnce * short }
  return { bait, length: long, ms: millisecondsOf(() => tryPattern(pattern, baitText(bait, short))) }
}

/** The bait that costs the most, where its cost grows faster than its length. */
function slowBait(pattern: Pattern): Bait | undefined {
  const costs = baitsOf(pattern).map((bait) => cost(pattern, bait))
  const { bait, length, ms } = costs.reduce((most, one) => (one.ms > most.ms ? one : most), none)
  if (ms <= suspect) return undefined
  return growthOf((size) => tryPattern(pattern, baitText(bait, size)), length) < proportional ? undefined : bait
}

const none = { bait: { before: '', unit: ' ', after: '' }, length: long, ms: 0 }

describe('a text made for a pattern', () => {
  it.each([
    ['whose repetitions may share it', '^a*a*b'],
    ['that begins anywhere and has no end', String.raw`\s+$`],
    ['that looks for its end from each beginning', String.raw`\{([^}]*)\}`],
  ])('is found: one %s', (_kind, source) => {
    expect(
      baitsOf({ source, flags: 'u' }).some(
        (bait) =>
          growthOf((length) => tryPattern({ source, flags: 'u' }, baitText(bait, length)), 3_000) >= proportional,
      ),
    ).toBe(true)
  })

  it('costs in proportion to its length, for each of them', { timeout: 5 * 60_000 }, () => {
    expect(patterns.size).toBeGreaterThan(500)
    const slow = [...patterns].flatMap(([name, pattern]) => {
      const bait = slowBait(pattern)
      return bait ? [[name, bait]] : []
    })
    expect(slow).toEqual([])
  })
})
