import { createPart } from './part.tsx'

/** Around the question of the first screen; its styles serve later parts too. */
export const around = createPart(() => import('./around.ts'))
export const writing = createPart(() => import('./writing.ts'))
export const reading = createPart(() => import('./reading.ts'))
export const history = createPart(() => import('./history.ts'))
/** What nobody needs in the first moment. */
export const dropping = createPart(() => import('./dropping.ts'))
