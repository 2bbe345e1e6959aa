// `include::path[]`, put in before the converter is asked: it may read no file of its own.

const directive = /^include::([^[\]\n]+)\[([^\]\n]*)\][ \t]*$/gmu
const attributeLine = /^:([\w-]+):[ \t]+(\S.*)$/gmu
const deepest = 3
/** UTF-16 code units that a document may grow to: includes may include each other many times over. */
const longest = 1_000_000

type Told = { include: (path: string) => string | undefined; leftOut: (sample: string) => void }

/** A file that is not to be had leaves nothing behind, and is told. */
export function expandIncludes(source: string, told: Told, level = 1): string {
  const names = new Map([...source.matchAll(attributeLine)].map(([, name = '', value = '']) => [name, value.trim()]))
  return source.replaceAll(directive, (found, path: string, options: string) => {
    const file = path.replaceAll(/\{([\w-]+)\}/gu, (_, name: string) => names.get(name) ?? '').trim()
    const content = level > deepest || source.length > longest ? undefined : contentOf(file, told.include)
    if (content === undefined) {
      if (!options.includes('optional')) told.leftOut(found)
      return ''
    }
    return shifted(expandIncludes(partOf(content, options), told, level + 1).trimEnd(), options)
  })
}

/** Antora names the kind of a file before its path: `partial$tail.adoc`. */
function contentOf(path: string, include: Told['include']): string | undefined {
  const [, family, name = ''] = /(?:^|:)(partial|example|page)\$(.+)$/u.exec(path) ?? []
  return family === undefined ? include(path) : include(`../${family}s/${name}`)
}

/** The lines between `tag::name[]` and `end::name[]`, or all of them without such lines. */
function partOf(content: string, options: string): string {
  const lines = content.split('\n')
  const named = /\btags?="?([\w-]+)/u.exec(options)?.[1]
  const start = lines.findIndex((line) => line.includes(`tag::${named}[]`))
  const end = lines.findIndex((line) => line.includes(`end::${named}[]`))
  const part = named !== undefined && start !== -1 ? lines.slice(start + 1, end > start ? end : undefined) : lines
  return part.filter((line) => !/\b(?:tag|end)::[\w-]+\[\]/u.test(line)).join('\n')
}

function shifted(content: string, options: string): string {
  const offset = /\bleveloffset="?([+-]?\d)/u.exec(options)?.[1]
  return offset === undefined ? content : `:leveloffset: ${offset}\n\n${content}\n\n:leveloffset!:`
}
