import type { Learned } from '../assess-draft.ts'

const textOf = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** What was learned as the files of `learned/`, by name: the same weights, the same bytes. */
export const toFiles = ({ questions, labels, departments, documented }: Learned) => ({
  'question-weights.json': textOf(questions),
  'label-weights.json': textOf(labels),
  'department-weights.json': textOf(departments),
  'documented-weights.json': textOf(documented),
})
