import { loadConfig } from '../config.ts'
import { migrate } from '../database/migrate.ts'
import { openDatabase } from '../database/open.ts'
import { defineCommand } from './command.ts'

export const migrateCommand = defineCommand({
  name: 'migrate',
  about: 'Bring the database up to this version of Bilet',
  options: {},
  more: 'Every start does the same; this is for doing it before. Nothing is ever taken back.',
  async run(_given, io) {
    const database = await openDatabase(loadConfig(io.env).databaseUrl)
    try {
      io.out(`schema ${await migrate(database)}`)
    } finally {
      await database.close()
    }
  },
})
