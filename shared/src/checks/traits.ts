// What a draft shows to the guesses that are made on the server: concepts, where they stand and beside what.
import type { ReadDraft, Reading } from './reading/draft.ts'

/** Turns of speech, which any department hears. */
const courtesies = new Set(['weak', 'add', 'strong', 'anaphor', 'doing', 'greet', 'vague', 'formal_request', 'request'])

/** Concepts of the whole draft for its department: anywhere, in the subject, at the beginning of the description. */
export function departmentTraits({ subject, description, steps }: ReadDraft): string[] {
  const traits = new Set<string>()
  const add = (readings: Reading[], prefix: string) => {
    for (const { shown } of readings)
      for (const concept of shown.keys()) if (!courtesies.has(concept)) traits.add(prefix + concept)
  }
  add([...subject, ...description, ...steps], '')
  add(subject, 'subject:')
  add(description.slice(0, 2), 'first:')
  return [...traits]
}

/** The name of two traits seen together, whichever came first. */
const pair = (a: string, joint: '+' | '~', b: string) => (a < b ? `${a}${joint}${b}` : `${b}${joint}${a}`)

const heardIn = ({ shown }: Reading, heard: ReadonlySet<string>) =>
  [...shown.keys()].filter((concept) => heard.has(concept))

/** What one sentence shows of the concepts that an advice listens to: each, and each two together (`a+b`). */
export function sentenceTraits(reading: Reading, heard: ReadonlySet<string>): string[] {
  const here = heardIn(reading, heard)
  return here.flatMap((concept, at) => [concept, ...here.slice(at + 1).map((other) => pair(concept, '+', other))])
}

/** Concepts of two neighbouring sentences, one of each (`a~b`). */
export function neighbourTraits(before: Reading, after: Reading, heard: ReadonlySet<string>): string[] {
  const there = heardIn(after, heard)
  return heardIn(before, heard).flatMap((concept) =>
    there.filter((other) => other !== concept).map((other) => pair(concept, '~', other)),
  )
}

/** How an outside service is spoken of: first in its sentence, or followed by what it did. */
export function serviceTraits({ shown }: Reading): string[] {
  const service = shown.get('service_name')
  if (service === undefined) return []
  const acts = ['external_verdict', 'external_cabinet', 'defect'].filter((act) => {
    const at = shown.get(act) ?? -1
    return at > service && at - service <= 5
  })
  return [...(service <= 3 ? ['service.first'] : []), ...acts.map((act) => `service.${act}`)]
}

const idle = new Set(
  'и в на с у по а но из за что как то это мы я вы все для от до не ни же ли бы или к о об под при уже так там тут еще нас вас нам вам мне меня мой моя наш наша ваш ваша их его ее он она они есть был была было были быть когда если чтобы где почему і та й що як це ми ви з від чи ж the a an to of in on at for and or is are was it we i you my our your with be this that has have had do does can could would if there am'.split(
    ' ',
  ),
)

const atLeast = (name: string, count: number, steps: number[]) =>
  steps.filter((step) => count >= step).map((step) => `${name}>=${step}`)

/** Concepts of manner, which name nothing. */
const manners = new Set([...courtesies, 'question', 'defect', 'money'])

/** How much a draft says: words that carry something, matters named, vague words, figures. */
export function substanceTraits({ subject, description, steps }: ReadDraft): string[] {
  const readings = [...subject, ...description, ...steps]
  const marks = readings.flatMap((reading) => reading.marks.map(({ concepts }) => concepts))
  const words = readings.flatMap((reading) => reading.words.map(({ text }) => text))
  const vague = marks.filter((concepts) => concepts.includes('vague')).length
  const saying = words.filter((word, at) => word.length > 2 && !idle.has(word) && !isEmpty(marks[at]!)).length
  const named = new Set(readings.flatMap(({ shown }) => [...shown.keys()].filter((concept) => !manners.has(concept))))
  return [
    ...atLeast('says', saying, [2, 4, 7, 11, 16]),
    ...atLeast('names', named.size, [1, 2, 3, 4, 6]),
    ...atLeast('vague', vague, [1, 2, 3]),
    ...atLeast('vagueOfTen', Math.floor((10 * vague) / Math.max(1, words.length)), [1, 2, 3, 5]),
    ...atLeast('words', description.flatMap((reading) => reading.words).length, [3, 8, 15, 30]),
    ...(words.some((word) => /\d|^\{/.test(word)) ? ['figures'] : []),
    ...(steps.length === 0 ? ['noSteps'] : []),
    ...(readings.some(({ sentence }) => sentence.asks) ? ['asks'] : []),
  ]
}

const isEmpty = (concepts: readonly string[]) => concepts.includes('vague') || concepts.includes('greet')
