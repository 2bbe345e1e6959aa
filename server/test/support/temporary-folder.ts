import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new folder, gone after `remove`. */
export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), 'bilet-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
