// Brings a database to a schema of many steps: `migrator.ts <database> <steps>`. Says each step before it is begun.
import type { Database } from '../../src/database/database.ts'
import { migrate } from '../../src/database/migrate.ts'
import type { Migration } from '../../src/database/migrations/migration.ts'
import { openDatabase } from '../../src/database/open.ts'

const [url = '', count = '0'] = process.argv.slice(2)

const steps: Migration[] = Array.from({ length: Number(count) }, (_, index) => {
  const ddl = [`create table step_${index} (id integer primary key)`, `insert into step_${index} (id) values (1)`]
  return { version: index + 1, sqlite: ddl, postgres: ddl }
})

const database = await openDatabase(url)
const tell = () => process.stdout.write('step\n')
const told: Database = {
  ...database,
  batch(statements) {
    tell()
    return database.batch(statements)
  },
  async alter(statements) {
    tell()
    await (database.alter ? database.alter(statements) : database.batch(statements))
  },
}
await migrate(told, steps)
await database.close()
process.stdout.write('done\n')
