// Full text on each engine: FTS5 in SQLite and D1, tsvector in PostgreSQL. Both hold stems that we made, nothing else.
import type { Database } from '../../database/database.ts'
import { fts5 } from './fts5.ts'
import type { FullText } from './query.ts'
import { tsvector } from './tsvector.ts'

const engines: Record<Database['dialect'], FullText> = { sqlite: fts5, postgres: tsvector }

export const fullTextOf = (dialect: Database['dialect']): FullText => engines[dialect]
