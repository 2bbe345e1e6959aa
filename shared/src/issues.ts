// From the validator's findings to ours: stable snake_case codes and dotted paths, no library words.
import type * as z from 'zod/mini'
import type { Issue } from './problem.ts'

const toPath = (path: readonly PropertyKey[]) => path.map(String).join('.')

/** What was wrong with a body. The first issue gives the problem its code. Never empty for a failed parse. */
export function toIssues(error: z.core.$ZodError): Issue[] {
  return error.issues.flatMap((issue) => toIssue(issue))
}

function toIssue(issue: z.core.$ZodIssue): Issue[] {
  const path = toPath(issue.path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, code: 'unknown_field' }))
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
