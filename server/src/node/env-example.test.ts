// docs/bilet.env.example, which deploy-node.md says holds every setting in a form that a shell reads as the server does.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../test/support/temporary-folder.ts'
import { loadConfig, names } from '../config.ts'
import { readEnvironment } from './environment.ts'

const readDocs = (name: string) => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8')
const example = readDocs('bilet.env.example')

/** Every line of it in force. */
const inForce = example.replaceAll(/^#(?=[A-Z\d_]+=)/gm, '')
const lines = inForce.split('\n').filter((line) => /^[A-Z]/.test(line))
const nameOf = (line: string) => line.slice(0, line.indexOf('='))

describe('the example of a file of settings', () => {
  const folder = temporaryFolder()
  const file = join(folder.path, 'bilet.env')
  writeFileSync(file, inForce)
  afterAll(folder.remove)

  const readByServer = () => readEnvironment(['--env-file', file], {}).env
  const readByShell = (name: string) =>
    execFileSync('sh', ['-c', `. "$1"; printf %s "$${name}"`, 'sh', file], { encoding: 'utf8', env: {} })

  it('holds each setting once, and nothing that is none', () => {
    const ours = lines.map(nameOf).filter((name) => name.startsWith('BILET_'))
    expect(ours.toSorted()).toEqual(names.toSorted())
  })

  it('has nothing that the table of settings does not explain', () => {
    const table = readDocs('deploy-node.md')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
    expect(names.filter((name) => !table.some((row) => row.split('|')[1]?.includes(`\`${name}\``)))).toEqual([])
  })

  it.each(lines)('is read by a shell as by the server: %s', (line) => {
    const value = readByServer()[nameOf(line)]
    expect(`${nameOf(line)}=${value}`).toBe(line)
    expect(readByShell(nameOf(line))).toBe(value)
  })

  it('shows values that the server takes', () => {
    const { BILET_DEMO: demo, ...env } = readByServer()
    const oneOfTwo = { BILET_SCAN_COMMAND: undefined, BILET_SMTP_URL: undefined }
    expect(loadConfig({ ...env, ...oneOfTwo, BILET_MAIL_KEY: 'a-key' })).toMatchObject({
      limits: { guestTickets: 10, ownerSuggestions: 0 },
      inbox: true,
    })
    expect(loadConfig({ BILET_DEMO: demo }).demo).toBe(false)
  })
})
