// A command is a file here and a line in the list, in the order that help shows them.
import { backupCommand } from './backup.ts'
import type { Command } from './command.ts'
import { docsImport } from './docs-import.ts'
import { docsList } from './docs-list.ts'
import { docsWatch } from './docs-watch.ts'
import { eraseCommand } from './erase.ts'
import { exportCommand } from './export.ts'
import { keyCreate } from './key-create.ts'
import { migrateCommand } from './migrate.ts'
import { moveCommand } from './move.ts'
import { policyCheck } from './policy-check.ts'
import { policyShow } from './policy-show.ts'
import { restoreCommand } from './restore.ts'
import { wordsCheck } from './words-check.ts'
import { wordsShow } from './words-show.ts'
import { tokenCheck } from './token-check.ts'
import { tokenMake } from './token-make.ts'
import { staffTokenCreate } from './staff-token-create.ts'

export const commands: readonly Command[] = [
  docsImport,
  docsWatch,
  docsList,
  staffTokenCreate,
  keyCreate,
  tokenMake,
  tokenCheck,
  policyShow,
  policyCheck,
  wordsShow,
  wordsCheck,
  exportCommand,
  eraseCommand,
  migrateCommand,
  backupCommand,
  restoreCommand,
  moveCommand,
]
