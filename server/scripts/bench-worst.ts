// `npm run bench:worst`: what one request can cost at most. The worst bodies that we know, to every kind of route, each
// several times; exits 1 where one takes more than its budget of the processor.
import { fileURLToPath } from 'node:url'
import { importDocs } from '../src/articles/import/import-docs.ts'
import { pngChunk, pngHeader, pngOf } from '../src/attachments/image/test-pictures.ts'
import { createTestApp, staffToken } from '../test/support/test-app.ts'
import { worstBodies } from './bench-worst/bodies.ts'
import type { WorstBody } from './bench-worst/bodies.ts'

/** Milliseconds of the processor that one request may take. */
const budget = 50
const rounds = 5

const say = (line: string) => process.stdout.write(`${line}\n`)
const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const test = await createTestApp({ isChecked: false })
await importDocs(test.deps.articles, fileURLToPath(new URL('../demo/docs', import.meta.url)))
await test.deps.suggestions.publish()
const ownerToken = await test.tokenFor()
let keys = 0

async function send({ method, path, who, body, type = 'application/json' }: WorstBody) {
  const token = { guest: '', owner: `Bearer ${ownerToken}`, staff: `Bearer ${staffToken}` }[who]
  const response = await test.app.request(path, {
    method,
    headers: { ...(token && { Authorization: token }), 'Content-Type': type, 'Idempotency-Key': `worst ${++keys}` },
    ...(body !== undefined && { body }),
  })
  const bytes = (await response.arrayBuffer()).byteLength
  return { status: response.status, bytes }
}

/** Of this thread: what the event loop is kept from others. */
async function cost(worst: WorstBody) {
  const took: number[] = []
  let answer = { status: 0, bytes: 0 }
  await send(worst)
  for (let round = 0; round < rounds; round++) {
    const before = performance.eventLoopUtilization()
    const cpu = process.cpuUsage()
    answer = await send(worst)
    const used = process.cpuUsage(cpu)
    took.push(Math.min((used.user + used.system) / 1000, performance.eventLoopUtilization(before).active))
  }
  return { ...answer, ms: median(took) }
}

const scan = Buffer.alloc(9_900_000, 0x2d)
const picture = pngOf(pngHeader(5_000, 4_000), pngChunk('IDAT', scan), pngChunk('IEND'))

let over = 0
say('processor  answer        route')
for (const worst of worstBodies(picture)) {
  const { ms, status, bytes } = await cost(worst)
  if (ms > budget) over++
  say(
    `${ms.toFixed(1).padStart(6)} ms  ${String(status)} ${String(bytes).padStart(6)} B  ${worst.method} ${worst.path.slice(0, 60)}: ${worst.name}${ms > budget ? '  OVER' : ''}`,
  )
}
await test.close()
say(over === 0 ? `No route over ${budget} ms.` : `${over} over ${budget} ms.`)
process.exit(over === 0 ? 0 : 1)
