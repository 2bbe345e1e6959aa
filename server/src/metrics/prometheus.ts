// Numbers as Prometheus reads them (text exposition format 0.0.4). Its usual client wants Node; this runs anywhere.

export type Labels = Readonly<Record<string, string>>

/** Something that writes itself as lines. Rejects if its value cannot be had. */
export type Metric = { lines(): string[] | Promise<string[]> }

type About = { name: string; help: string }

const head = ({ name, help }: About, type: string) => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]

const escape = (value: string) => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

function sample(name: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escape(text)}"`)
  return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`
}

/** A value for each set of labels, made at its first use. Sets of labels must be few: they are never forgotten. */
function byLabels<T>(make: () => T) {
  const known = new Map<string, { labels: Labels; value: T }>()
  return {
    of(labels: Labels): T {
      const key = JSON.stringify(Object.values(labels))
      const entry = known.get(key) ?? { labels, value: make() }
      known.set(key, entry)
      return entry.value
    },
    all: () => [...known.values()],
  }
}

/** Counts up. */
export function createCounter(about: About): Metric & { add(labels?: Labels): void } {
  const counts = byLabels(() => ({ n: 0 }))
  return {
    add: (labels = {}) => void counts.of(labels).n++,
    lines: () => [
      ...head(about, 'counter'),
      ...counts.all().map(({ labels, value }) => sample(about.name, labels, value.n)),
    ],
  }
}

/** How many observations were at most so much; `buckets` rise. */
export function createHistogram(
  about: About & { buckets: readonly number[] },
): Metric & { observe(labels: Labels, value: number): void } {
  const { name, buckets } = about
  const series = byLabels(() => ({ within: buckets.map(() => 0), count: 0, sum: 0 }))
  return {
    observe(labels, value) {
      const one = series.of(labels)
      one.within.forEach((n, index) => (one.within[index] = n + Number(value <= (buckets[index] ?? 0))))
      one.count++
      one.sum += value
    },
    lines: () => [
      ...head(about, 'histogram'),
      ...series
        .all()
        .flatMap(({ labels, value: { within, count, sum } }) => [
          ...within.map((n, index) => sample(`${name}_bucket`, { ...labels, le: String(buckets[index]) }, n)),
          sample(`${name}_bucket`, { ...labels, le: '+Inf' }, count),
          sample(`${name}_sum`, labels, sum),
          sample(`${name}_count`, labels, count),
        ]),
    ],
  }
}

/** A value as it is when asked for. */
export const createGauge = (about: About & { read: () => number | Promise<number> }): Metric => ({
  lines: async () => [...head(about, 'gauge'), sample(about.name, {}, await about.read())],
})
