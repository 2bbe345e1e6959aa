// npm run rules: which tests name each rule of the regulation. Ends with 1 when a rule is named by none.
import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'

const rules = Array.from({ length: 24 }, (_, index) => `R${index + 1}`)
const root = new URL('..', import.meta.url)

const files = execFileSync('git', ['ls-files', '*.test.ts', '*.test.tsx', '*.e2e.ts', '*.contract.ts'], { cwd: root })
  .toString()
  .split('\n')
  .filter(Boolean)

/** Rules that a text names; a range names what lies between: `R13–R16`. */
function rulesIn(text) {
  const found = new Set()
  for (const [, from, to] of text.matchAll(/\bR(\d{1,2})(?:\s?[–-]\s?R(\d{1,2}))?\b/g))
    for (let rule = Number(from); rule <= Number(to ?? from); rule++) found.add(`R${rule}`)
  return found
}

const titles =
  /\b(?:describe|it|test)(?:\.\w+)*\s*(?:\((?:\[[\s\S]*?\]\s*\)\s*\()?)\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g
const tableTitles = /\]\s*(?:as const\s*)?,?\s*\)\s*\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g

/** @type {Map<string, string[]>} */
const tests = new Map(rules.map((rule) => [rule, []]))
for (const file of files) {
  const source = readFileSync(new URL(file, root), 'utf8')
  const found = [...source.matchAll(titles), ...source.matchAll(tableTitles)].map(([, , title]) => title)
  for (const title of new Set(found))
    for (const rule of rulesIn(title)) tests.get(rule)?.push(`${file}: ${title.replaceAll(/\s+/g, ' ')}`)
}

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`)

for (const rule of rules) {
  const named = tests.get(rule) ?? []
  say(`${rule.padEnd(4)}${named.length === 0 ? 'no test' : named.length}`)
  for (const title of named) say(`      ${title}`)
}

const missing = rules.filter((rule) => tests.get(rule)?.length === 0)
if (missing.length > 0) {
  say(`No test names ${missing.join(', ')}`)
  process.exitCode = 1
}
