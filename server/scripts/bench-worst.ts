// `npm run bench:worst`: what one request can cost everybody else at most. The worst bodies that we know, to every kind of
// route, each several times; exits 1 where one takes more than its budget of the event loop's processor: of the thread that
// answers requests. Pictures and Markdown are read by a thread of their own, as in production; what that takes is not
// counted, for it holds up nobody's answer. So is the search index that a new article has built: the library is a large one.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { importDocs } from '../src/articles/import/import-docs.ts'
import { createIndexing } from '../src/node/indexing.ts'
import { createReading } from '../src/node/reading.ts'
import { createStorage } from '../src/storage/storage.ts'
import { temporaryFolder } from '../test/support/temporary-folder.ts'
import { collect } from '../src/util/collect.ts'
import { createTestApp, staffToken } from '../test/support/test-app.ts'
import { enlarge } from './bench-worst/enlarge.ts'
import { worstBodies, worstOfFilled, worstOfLexicon } from './bench-worst/bodies.ts'
import type { FilledDesk, WorstBody } from './bench-worst/worst-body.ts'

/** Milliseconds of the processor that one request may take. */
const budget = 50
const rounds = 7
/** What costs less is done again: the system tells a thread's time by the tick. */
const [leastMs, mostTimes] = [20, 10]
/** By one owner; a call of the staff's takes as many. */
const longTickets = 100
/** In the library: a large shop's documentation. */
const articles = 1_000

const say = (line: string) => process.stdout.write(`${line}\n`)
const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const reading = createReading((error) => say(String(error)))
const folder = temporaryFolder()
const storageUrl = `fs:${folder.path}`
const test = await createTestApp({
  readers: reading.readers,
  storage: await createStorage(storageUrl),
  indexing: createIndexing(storageUrl, (error) => say(String(error))),
  isChecked: false,
})
await importDocs(test.deps.articles, fileURLToPath(new URL('../demo/docs', import.meta.url)))
await enlarge(test.deps.articles, articles)
await test.deps.suggestions.publish()
const texts = (await collect(test.deps.articles.documents())).map(({ body }) => body).join(' ')
const words = [...new Set(texts.toLowerCase().match(/[а-я]{6,}/gu) ?? [])]
const ownerToken = await test.tokenFor()
let keys = 0

async function send({ method, path, who, body, type = 'application/json' }: WorstBody) {
  const token = { guest: '', owner: `Bearer ${ownerToken}`, staff: `Bearer ${staffToken}` }[who]
  const response = await test.app.request(path, {
    method,
    headers: {
      ...(token && { Authorization: token }),
      'Content-Type': type,
      'Idempotency-Key': `worst ${++keys}`,
      ...lengthOf(body),
    },
    ...(body !== undefined && { body }),
  })
  return { status: response.status, bytes: await lengthOfBody(response) }
}

/** Read as it comes: to put an export of sixty megabytes together is its reader's work. */
async function lengthOfBody({ body }: Response): Promise<number> {
  const reader = body?.getReader()
  let bytes = 0
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) bytes += read.value.byteLength
  return bytes
}

/** As clients send it. */
const lengthOf = (body: WorstBody['body']) => ({ ...(body && { 'Content-Length': String(Buffer.byteLength(body)) }) })

/**
 * Milliseconds that this thread has had the processor for; where the system does not tell, those that its event loop was
 * busy for, which on a machine that does other work are more.
 */
const spent = () => {
  const ofThread = '/proc/self/schedstat'
  if (!existsSync(ofThread)) return performance.eventLoopUtilization().active
  return Number(readFileSync(ofThread, 'utf8').split(' ')[0]) / 1e6
}

/** The same of the longest time for which nobody else is answered while `act` is at work. */
async function longestStretch(act: () => Promise<unknown>): Promise<number> {
  let longest = 0
  let last = spent()
  let isOver = false
  const look = () => {
    const now = spent()
    longest = Math.max(longest, now - last)
    last = now
    if (!isOver) setImmediate(look)
  }
  setImmediate(look)
  await act()
  isOver = true
  return Math.max(longest, spent() - last)
}

async function cost(worst: WorstBody) {
  const took: number[] = []
  let answer = await send(worst)
  if (worst.isLong) {
    for (let round = 0; round < rounds; round++) took.push(await longestStretch(() => send(worst)))
    return { ...answer, ms: median(took) }
  }
  for (let round = 0; round < rounds; round++) {
    const before = spent()
    let times = 0
    do answer = await send(worst)
    while (++times < mostTimes && spent() - before < leastMs)
    took.push((spent() - before) / times)
  }
  return { ...answer, ms: median(took) }
}

/** `npm run bench:worst -- articles`: those whose route or name holds the word. */
const word = process.argv[2] ?? ''
/** Tickets of the greatest length by one owner, all open; made where those of the rows before were not asked for. */
async function filledDesk(): Promise<FilledDesk> {
  const submissions = worstBodies(words).filter(({ method, path }) => method === 'POST' && path === '/v1/tickets')
  for (let made = 0; made < longTickets; made++) await send(submissions[made % submissions.length]!)
  const headers = { Authorization: `Bearer ${staffToken}` }
  const response = await test.app.request(`/v1/staff/tickets?limit=${longTickets}`, { headers })
  const { items }: { items: { id: string; requester: { id: string } }[] } = JSON.parse(await response.text())
  return { ids: items.map(({ id }) => id), requester: items[0]?.requester.id ?? '' }
}

let over = 0
async function tell(worst: WorstBody) {
  if (!`${worst.path} ${worst.name}`.includes(word)) return
  const { ms, status, bytes } = await cost(worst)
  const most = worst.budget ?? budget
  if (ms > most) over++
  say(
    `${ms.toFixed(1).padStart(6)} ms  ${String(status)} ${String(bytes).padStart(6)} B  ${worst.method} ${worst.path.slice(0, 60)}: ${worst.name}${worst.isLong ? ', its longest stretch' : ''}${ms > most ? `  OVER ${most} ms` : ''}`,
  )
}

say('processor  answer        route')
for (const worst of worstBodies(words)) await tell(worst)
for (const worst of worstOfFilled(words, await filledDesk())) await tell(worst)
for (const worst of worstOfLexicon()) await tell(worst)
await test.close()
await reading.stop()
folder.remove()
say(over === 0 ? `No route over ${budget} ms.` : `${over} over what they may cost.`)
process.exit(over === 0 ? 0 : 1)
