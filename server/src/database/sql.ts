// Kysely as a compiler only: typed statements for the port, nothing executed here.
import { DummyDriver, Kysely, PostgresAdapter, PostgresQueryCompiler, SqliteAdapter, SqliteQueryCompiler } from 'kysely'
import type { Dialect } from 'kysely'
import type { Database, Statement } from './database.ts'
import type { Schema } from './schema.ts'

export type Sql = Kysely<Schema>

const noIntrospection = () => {
  throw new Error('statements are only compiled here')
}

const compileOnly = (dialect: Pick<Dialect, 'createAdapter' | 'createQueryCompiler'>): Sql =>
  new Kysely<Schema>({
    dialect: { ...dialect, createDriver: () => new DummyDriver(), createIntrospector: noIntrospection },
  })

const builders: Record<Database['dialect'], Sql> = {
  sqlite: compileOnly({
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }),
  postgres: compileOnly({
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }),
}

/** The query builder that writes this engine's SQL. */
export const sqlFor = (dialect: Database['dialect']): Sql => builders[dialect]

class Placeholder {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** A query builder, or Kysely's `sql` for what its builder has no words for. */
type Compilable = { compile(sql: Sql): Statement }

/**
 * A statement built and compiled once, then filled with values by name: building one takes longer than SQLite
 * takes to run it. Values may come in two objects: put together by `...` they would be a third, which is collected late.
 * @example
 * const byId = prepared('sqlite', ({ id }: { id: string }, sql) =>
 *   sql.selectFrom('tickets').selectAll().where('id', '=', id))
 * await database.query(byId({ id: 'x' }))
 */
export function prepared<Values extends object>(
  dialect: Database['dialect'],
  build: (values: Values, sql: Sql) => Compilable,
): (values: Values) => Statement
export function prepared<Values extends object, Others extends object>(
  dialect: Database['dialect'],
  build: (values: Values & Others, sql: Sql) => Compilable,
): (values: Values, others: Others) => Statement
export function prepared<Values extends object>(
  dialect: Database['dialect'],
  build: (values: Values, sql: Sql) => Compilable,
): (values: object, others?: object) => Statement {
  const builder = sqlFor(dialect)
  const names = new Proxy<Values>(Object.create(null), { get: (_, name) => new Placeholder(String(name)) })
  const { sql, parameters } = build(names, builder).compile(builder)
  return (values, others = values) => ({
    sql,
    parameters: parameters.map((parameter) =>
      parameter instanceof Placeholder
        ? Reflect.get(parameter.name in values ? values : others, parameter.name)
        : parameter,
    ),
  })
}
