// `npm run sbom`: what the desk is made of, as a bill of materials (CycloneDX 1.5) in sbom.json, and its licences in a
// table. pnpm tells both from what is installed; exits 1 for a licence that nobody has looked at.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { root } from './lib/process.mjs'

/** Permissive, or weak copyleft of a file that stays as it came. */
const known =
  /^\(?(?:MIT|MIT-0|ISC|BSD-[23]-Clause|0BSD|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|Unlicense|MPL-2\.0|Python-2\.0|PSF-2\.0|WTFPL|Zlib)(?: (?:OR|AND) .*)?\)?$/

const pnpm = ['--yes', 'pnpm@10.34.9']
const told = execFileSync('npx', [...pnpm, 'licenses', 'list', '--json', '--prod'], {
  cwd: root,
  maxBuffer: 64 * 1024 * 1024,
})
const packages = Object.entries(JSON.parse(told.toString())).flatMap(([license, all]) =>
  all.flatMap(({ name, versions }) => versions.map((version) => ({ name, version, license }))),
)
packages.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))

const purl = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`
writeFileSync(
  `${root}/sbom.json`,
  `${JSON.stringify(
    {
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      version: 1,
      metadata: { component: { type: 'application', name: 'bilet', version: '0.1.0' } },
      components: packages.map((one) => ({
        type: 'library',
        'bom-ref': purl(one),
        name: one.name,
        version: one.version,
        purl: purl(one),
        licenses: [{ expression: one.license }],
      })),
    },
    null,
    1,
  )}\n`,
)

const byLicense = new Map()
for (const { license } of packages) byLicense.set(license, (byLicense.get(license) ?? 0) + 1)
for (const [license, count] of [...byLicense].toSorted(([, a], [, b]) => b - a))
  process.stdout.write(`${String(count).padStart(5)}  ${license}\n`)
const unknown = packages.filter(({ license }) => !known.test(license))
for (const { name, version, license } of unknown)
  process.stdout.write(`not looked at: ${name} ${version}, ${license}\n`)
process.stdout.write(`${packages.length} packages in sbom.json\n`)
process.exitCode = unknown.length === 0 ? 0 : 1
