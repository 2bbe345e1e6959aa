// The baseline: a bare `node:http` handler that does one durable INSERT of the body for each request.
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import Libsql from 'libsql'
import { Pool } from 'pg'

const url = process.env['BARE_DATABASE_URL'] ?? ''
const insert = url.startsWith('sqlite:') ? sqlite(url.slice('sqlite:'.length)) : await postgres(url)

const server = createServer((request, response) => void answer(request, response))
server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.stdout.write('ready\n'))
process.once('SIGTERM', () => process.exit(0))

async function answer(request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const id = await insert(Buffer.concat(chunks).toString())
  response.writeHead(201, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ id }))
}

function sqlite(path: string) {
  const database = new Libsql(path)
  database.exec(`PRAGMA journal_mode = ${process.env['BARE_JOURNAL_MODE'] ?? 'wal'}; PRAGMA synchronous = FULL`)
  database.exec('CREATE TABLE tickets (id INTEGER PRIMARY KEY, body TEXT NOT NULL)')
  const statement = database.prepare('INSERT INTO tickets (body) VALUES (?)')
  return async (body: string) => Number(statement.run([body]).lastInsertRowid)
}

async function postgres(address: string) {
  const pool = new Pool({ connectionString: address, max: 10 })
  await pool.query('CREATE TABLE tickets (id bigint generated always as identity primary key, body text not null)')
  return async (body: string) => {
    const { rows } = await pool.query('INSERT INTO tickets (body) VALUES ($1) RETURNING id', [body])
    return Number(rows[0].id)
  }
}
