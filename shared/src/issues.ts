// From the validator's findings to ours: stable snake_case codes and dotted paths, no library words.
import type * as z from 'zod/mini'
import { told } from './problem.ts'
import type { Issue } from './problem.ts'

/** A dotted path, cut where it would be longer than anything of ours: its parts may be names that a stranger made up. */
export function toPath(parts: readonly PropertyKey[]): string {
  const path = parts.map((part) => String(part).slice(0, told.path + 1)).join('.')
  return path.length > told.path ? `${path.slice(0, told.path - 1)}…` : path
}

/**
 * What was wrong with a body. The first issue gives the problem its code: that there is too much of something comes
 * before what is wrong with each of it. Never empty for a failed parse.
 */
export function toIssues(error: z.core.$ZodError): Issue[] {
  const issues = error.issues.flatMap((issue) => toIssue(issue))
  return [...issues.filter(isTooMany), ...issues.filter((issue) => !isTooMany(issue))]
}

const isTooMany = ({ code }: Issue) => code === 'too_many'

function toIssue(issue: z.core.$ZodIssue): Issue[] {
  const path = toPath(issue.path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: toPath([...issue.path, key]), code: 'unknown_field' }))
    case 'too_big':
      return [
        { path, code: issue.origin === 'array' ? 'too_many' : 'too_long', params: { max: Number(issue.maximum) } },
      ]
    case 'too_small':
      return [{ path, code: 'too_short', params: { min: Number(issue.minimum) } }]
    case 'invalid_format':
      return [{ path, code: `invalid_${issue.format === 'regex' ? 'format' : issue.format}` }]
    case 'invalid_value':
      return [{ path, code: 'invalid_choice', params: { choices: issue.values } }]
    case 'custom':
      return [{ path, code: issue.message || 'invalid' }]
    default:
      return [{ path, code: 'invalid_type' }]
  }
}
