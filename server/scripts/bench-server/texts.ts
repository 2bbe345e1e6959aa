// Tickets as owners write them, made of sentences of the demo's help: its words, as often as there.
import { readdirSync, readFileSync } from 'node:fs'
import type { TicketDraft } from '@bilet/shared/ticket'

const folder = new URL('../../demo/docs/', import.meta.url)

export type Random = () => number

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const pick = <T>(random: Random, items: readonly T[]): T => {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

function readSentences(): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'))
  const texts = files.map((name) => readFileSync(new URL(name, folder), 'utf8'))
  const plain = texts.map((text) => text.replaceAll(/^---[\s\S]*?---|[#>*_`[\]()|]|https?:\S+/gm, ' '))
  return plain
    .flatMap((text) => text.split(/(?<=[.!?:])\s+|\n+/))
    .map((sentence) => sentence.replaceAll(/\s+/g, ' ').trim())
    .filter((sentence) => sentence.length > 25 && sentence.length < 200)
}

const sentences = readSentences()

const several = (random: Random, fewest: number, most: number) =>
  Array.from({ length: fewest + Math.floor(random() * (most - fewest + 1)) }, () => pick(random, sentences))

/** A draft that the regulation lets pass. */
export function randomDraft(random: Random, department: string): TicketDraft {
  return {
    subject: pick(random, sentences).slice(0, 80),
    description: several(random, 3, 6).join(' '),
    steps: [...new Set(several(random, 2, 3))],
    screenshot: { attachments: [], links: [], none: 'nothing_to_show' },
    department,
    locale: 'ru',
  }
}

/** A question to the full text: one to three words that stand together somewhere. */
export function randomQuestion(random: Random): string {
  const words = pick(random, sentences).match(/\p{L}{4,}/gu) ?? ['заказ']
  const from = Math.floor(random() * words.length)
  return words.slice(from, from + 1 + Math.floor(random() * 3)).join(' ')
}
