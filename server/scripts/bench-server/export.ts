import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { staffToken } from './servers.ts'
import type { MeasuredServer } from './servers.ts'

const everyMs = 100

export type Exported = { lines: number; seconds: number; megabytes: number }

/** Exports every ticket, and gives the most memory that the server held meanwhile (Linux; else not a number). */
export async function measureExport(server: MeasuredServer): Promise<Exported> {
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, residentMegabytes(server.pid))
  }, everyMs)
  const from = performance.now()
  const lines = await exportLines(server.port)
  clearInterval(watch)
  return { lines, seconds: (performance.now() - from) / 1_000, megabytes: most }
}

function exportLines(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${staffToken}` }
    request({ port, host: '127.0.0.1', path: '/v1/staff/export?format=ndjson', headers }, (response) => {
      let lines = 0
      response.on('data', (chunk: Buffer) => {
        for (const byte of chunk) if (byte === 10) lines += 1
      })
      response.once('end', () => resolve(lines))
      response.once('error', reject)
    })
      .once('error', reject)
      .end()
  })
}

function residentMegabytes(pid: number): number {
  try {
    const kib = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kib) / 1024
  } catch {
    return Number.NaN
  }
}
