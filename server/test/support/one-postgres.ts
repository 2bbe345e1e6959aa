// One PostgreSQL for all suites that only want a database in it; whoever stops a server starts one of its own.
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { databasesAt, startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresSocket: string
  }
}

export async function setup(project: TestProject) {
  const server = await startPostgres()
  project.provide('postgresSocket', server.socket)
  return () => server.remove()
}

/** The folder of its socket. */
export const onePostgresSocket = () => inject('postgresSocket')

/** Address of a new database in it. */
export const newPostgresDatabase = () => databasesAt(onePostgresSocket()).newDatabase()
