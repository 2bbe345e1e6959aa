import type { Ranked } from './rank.ts'

/** How sure it is that an article answers, 0…1: its score, and how much of the question stands in one passage. */
export const confidenceOf = ({ score, parts }: Ranked): number => (score + parts.passage) / 2
