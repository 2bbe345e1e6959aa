// The lexicons' concepts, numbered: what is asked of every word is asked of small integers.
import { cues } from './cues.ts'
import { topics } from './topics.ts'
import { discourse } from './discourse.ts'

/** Topics come first. */
export const lexicons = [topics, discourse, cues]

const namesIn = (lexicon: string) => [...lexicon.matchAll(/^\S+/gm)].map(([name]) => name)

const plain = [...new Set(lexicons.flatMap(namesIn))]
const topicCount = new Set(namesIn(topics)).size

/** Names by number. A negated concept is another (`no:edited`), as far behind as there are concepts. */
export const conceptNames = [...plain, ...plain.map((name) => `no:${name}`)]

const numbers = new Map(conceptNames.map((name, number) => [name, number]))

/** The number of a concept; -1 of a name that no lexicon has. */
export const conceptOf = (name: string) => numbers.get(name) ?? -1

export const negated = (concept: number) => concept + plain.length

/** Whether a concept is something that owners write about, rather than a way to speak of it. */
export const isTopic = (concept: number) => concept < topicCount
