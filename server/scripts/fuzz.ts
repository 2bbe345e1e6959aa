// `npm run fuzz -- 100000`: so many hostile requests to a server of its own, with the worst bodies that we know among them;
// prints its memory on the way. Exits 1 for a fault in an answer, and where its memory at the end is over what it may be.
// BILET_FUZZ_SEED asks the same again.
import { setTimeout } from 'node:timers/promises'
import * as fc from 'fast-check'
import type { OpenApiDocument } from '../src/openapi/document.ts'
import { call, staffToken, tokenFor } from '../test/support/over-http.ts'
import { startServerProcess } from '../test/support/server-process.ts'
import { askingOf, faultsOf, routesOf, toRequest } from '../test/support/strange-requests.ts'
import { temporaryFolder } from '../test/support/temporary-folder.ts'
import { worstBodies } from './bench-worst/bodies.ts'

const requests = Number(process.argv[2] ?? 20_000)
const seed = Number(process.env['BILET_FUZZ_SEED'] ?? Date.now() % 2 ** 31)
/**
 * Megabytes that the server may be larger at the end than at the start. Both are taken twice: at work, once it has done
 * work of each kind; and at rest, when it was ready and after it had nothing to do for a while, when the engine has
 * given back what it keeps for work alone.
 */
const mostGrowth = 100
const longestRestMs = 60_000
/** Strange requests before the start; and each of the worst bodies once. */
const warmUp = 2_000
const tellEvery = 10_000
/** Requests under way at once; one of so many is among the worst. */
const atOnce = 8
const worstOf = 250
/** An identity token lives ten minutes. */
const tokenEvery = 5_000

const say = (line: string) => process.stdout.write(`${line}\n`)
const folder = temporaryFolder()
const server = await startServerProcess(folder.path, { BILET_LOG_LEVEL: 'error' })

async function megabytes(): Promise<number> {
  const { body } = await call<string>(`${server.origin}/metrics`)
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(body)?.[1]) / 1024 / 1024
}

const { body: document } = await call<OpenApiDocument>(`${server.origin}/openapi.json`)
const asking = askingOf(routesOf(document))
const worst = worstBodies(['корзина', 'доставка', 'оплата', 'каталог'])
let target = { origin: server.origin, owner: await tokenFor(), staff: staffToken }

let keys = 0
/** The worst known to any route, in turn. */
function worstRequest(at: number): Request {
  const { method, path, who, body, type = 'application/json' } = worst[at % worst.length]!
  const headers = new Headers({ 'Content-Type': type, 'Idempotency-Key': `worst ${++keys}` })
  if (who !== 'guest') headers.set('Authorization', `Bearer ${target[who]}`)
  return new Request(`${server.origin}${path}`, { method, headers, ...(body !== undefined && { body }) })
}

const faults: string[] = []
async function send(request: Request, mayBeLong: boolean): Promise<void> {
  const { pathname } = new URL(request.url)
  const found = await faultsOf(await fetch(request), pathname)
  for (const fault of found)
    if (!mayBeLong || !fault.endsWith('bytes')) faults.push(`${request.method} ${pathname.slice(0, 200)}: ${fault}`)
}

/** So many strange requests, some at once, with one of the worst among `worstOf`; `first` makes them others than before. */
async function ask(first: number, count: number): Promise<void> {
  for (let sent = first; sent < first + count; sent += atOnce) {
    if ((sent - first) % tokenEvery === 0) target = { ...target, owner: await tokenFor() }
    const asked = fc.sample(asking, { numRuns: atOnce, seed: seed + sent })
    const strange = asked.flatMap((one) => toRequest(one, target) ?? [])
    // What staff write is given back as long as it was.
    const hard = sent % worstOf < atOnce ? [send(worstRequest(Math.floor(sent / worstOf)), true)] : []
    await Promise.all([...strange.map((request) => send(request, false)), ...hard])
    if ((sent + atOnce) % tellEvery < atOnce) say(`${sent + atOnce} requests: ${(await megabytes()).toFixed(0)} MB`)
  }
}

/** Its memory once it has had nothing to do for long enough. */
async function atRest(): Promise<number> {
  const until = Date.now() + longestRestMs
  for (;;) {
    const now = await megabytes()
    if (now - ready <= mostGrowth || Date.now() > until) return now
    await setTimeout(5_000)
  }
}

await call(`${server.origin}/readyz`)
const ready = await megabytes()
for (const at of worst.keys()) await send(worstRequest(at), true)
await ask(0, warmUp)
const start = await megabytes()
say(`seed ${seed}; ${ready.toFixed(0)} MB when it was ready, ${start.toFixed(0)} MB at the start`)
await ask(warmUp, requests)
const growth = (await megabytes()) - start
for (const fault of faults.slice(0, 20)) say(fault)
say(`${requests} requests: ${growth.toFixed(0)} MB more than at the start, of ${mostGrowth}; ${faults.length} faults`)
const kept = (await atRest()) - ready
say(`at rest: ${kept.toFixed(0)} MB more than when it was ready, of ${mostGrowth}`)
await server.stop()
folder.remove()
process.exit(growth > mostGrowth || kept > mostGrowth || faults.length > 0 ? 1 : 0)
