import { createActions } from './inbox-actions.ts'
import { createModels } from './models.ts'
import type { InboxDeps } from './models.ts'

/** The whole inbox: its models, and what an agent does across them. */
export function createInbox(deps: InboxDeps) {
  const models = createModels(deps)
  return { ...models, ...createActions(models) }
}
export type Inbox = ReturnType<typeof createInbox>
