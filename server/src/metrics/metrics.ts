// What the desk counts of itself. Labels are patterns of routes, methods, statuses and outcomes: nothing that a person
// wrote, so nothing personal, and never more series than there are routes.
import { within } from '../util/within.ts'
import { createCounter, createGauge, createHistogram } from './prometheus.ts'
import type { Metric } from './prometheus.ts'

export type Submission = 'created' | 'replayed' | 'refused' | 'failed'

export type Metrics = {
  /** One answer. `route` is the route's pattern, `ms` the time until its head was made. */
  request(facts: { method: string; route: string; status: number; ms: number }): void
  submission(outcome: Submission): void
  /** An event stream begins; call what this gives when it ends. */
  streamOpened(): () => void
  /** Everything in Prometheus' text format. What cannot be read within two seconds is left out. */
  text(): Promise<string>
}

/** Read when asked for: what the platform and the database know. */
export type Gauges = {
  /** Things not yet told from the outbox; of the whole desk, not of this process. */
  outboxPending: () => Promise<number>
  /** Bytes of memory that the process holds, where the platform tells. */
  residentMemory?: () => number
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const readMs = 2_000

/** Methods are the client's own words: those that no route has are told as one. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

export function createMetrics({ outboxPending, residentMemory }: Gauges): Metrics {
  const requests = createCounter({ name: 'bilet_http_requests_total', help: 'Answers by route and status.' })
  const durations = createHistogram({
    name: 'bilet_http_request_duration_seconds',
    help: 'Time until an answer begins.',
    buckets: seconds,
  })
  const submissions = createCounter({ name: 'bilet_submissions_total', help: 'Tickets sent, by what became of them.' })
  let streams = 0
  const all: Metric[] = [
    requests,
    durations,
    submissions,
    createGauge({ name: 'bilet_event_streams', help: 'Open event streams.', read: () => streams }),
    createGauge({
      name: 'bilet_outbox_pending',
      help: 'Things not yet told to the world, of the whole desk.',
      read: outboxPending,
    }),
  ]
  if (residentMemory)
    all.push(
      createGauge({ name: 'process_resident_memory_bytes', help: 'Resident memory in bytes.', read: residentMemory }),
    )
  return {
    request({ method, route, status, ms }) {
      const labels = { method: methods.has(method) ? method : 'other', route }
      requests.add({ ...labels, status: String(status) })
      durations.observe(labels, ms / 1000)
    },
    submission: (outcome) => submissions.add({ outcome }),
    streamOpened() {
      streams++
      return () => void streams--
    },
    async text() {
      const read = all.map((metric) => within(readMs, async () => metric.lines()).catch(() => []))
      return `${(await Promise.all(read)).flat().join('\n')}\n`
    },
  }
}
