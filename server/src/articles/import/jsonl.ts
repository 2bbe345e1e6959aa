import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import * as z from 'zod/mini'
import type { Block } from '@bilet/shared/article'
import { ArticleId } from '@bilet/shared/ticket'
import { reasonOf } from './failure.ts'
import { decodeText } from './html/decode-text.ts'
import { pieces } from './tree/inline.ts'
import { languageOf } from './tree/language.ts'
import { SourceError } from './source.ts'
import type { Finding, Source } from './source.ts'

const Line = z.object({
  id: ArticleId,
  url: z.optional(z.string()),
  title: z.string().check(z.minLength(1)),
  headings: z.optional(z.array(z.string())),
  body: z.string(),
  lang: z.optional(z.string()),
  section: z.optional(z.string()),
  updatedAt: z.optional(z.iso.datetime()),
})
type Line = z.infer<typeof Line>

/** A line an article: `{"id","url","title","headings":[…],"body":"plain text","lang"}`. Empty lines are passed over. */
export async function* readJsonl(file: string): Source {
  yield { kind: 'expected', total: await countLines(file) }
  const seen = new Set<string>()
  let number = 0
  for await (const line of linesOf(file)) {
    number++
    if (line.toString().trim() === '') continue
    yield readLine(line, `line ${number}`, seen)
  }
}

/** Lines as bytes: each is read by its own encoding, as files of many hands are put together. */
async function* linesOf(file: string): AsyncIterable<Buffer> {
  const input = createReadStream(file, 'latin1')
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
    yield Buffer.from(line, 'latin1')
}

async function countLines(file: string): Promise<number> {
  let count = 0
  await using handle = await open(file)
  for await (const line of handle.readLines()) if (line.trim() !== '') count++
  return count
}

function readLine(line: Uint8Array, where: string, seen: Set<string>): Finding {
  try {
    const article = parseLine(decodeText(line))
    if (seen.has(article.id)) throw new SourceError(`the id ${article.id} came before`)
    seen.add(article.id)
    const { id, title, url = '', headings = [], body, section, updatedAt } = article
    const lang = languageOf(article.lang, `${title}\n${body}`)
    return {
      kind: 'article',
      where,
      article: {
        id,
        title,
        lang,
        url,
        ...(section && { section }),
        blocks: toBlocks(body, headings),
        ...(updatedAt && { updatedAt }),
      },
      text: { headings, body },
    }
  } catch (error) {
    return { kind: 'failed', where, reason: reasonOf(error) }
  }
}

function parseLine(line: string): Line {
  let value: unknown
  try {
    value = JSON.parse(line, (_, part: unknown) => (typeof part === 'string' ? clean(part) : part))
  } catch (error) {
    throw new SourceError('not JSON', { cause: error })
  }
  const parsed = Line.safeParse(value)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(({ path }) => path.join('.') || 'the line')
  throw new SourceError(`not as expected: ${[...new Set(fields)].join(', ')}`)
}

const clean = (text: string) => text.replaceAll(/[\0\p{Surrogate}]/gu, '\uFFFD')

/** A paragraph a line; a line that is one of the headings is one, each as often as it is listed. */
function toBlocks(body: string, headings: readonly string[]): Block[] {
  const waiting = [...headings]
  return body.split('\n').flatMap((line, at): Block[] => {
    const words = line.trim()
    const found = waiting.indexOf(words)
    if (words === '' || found === -1)
      return pieces(words).map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }))
    waiting.splice(found, 1)
    return [{ type: 'heading', level: 2, id: `section-${at + 1}`, children: [{ type: 'text', text: words }] }]
  })
}
