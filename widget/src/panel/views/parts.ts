import { createPart } from './part.tsx'

export const loadAround = () => import('./around.ts')

/** Around the question of the first screen; its styles serve later parts too. */
export const around = createPart(loadAround)
export const writing = createPart(() => import('./writing.ts'))
export const reading = createPart(() => import('./reading.ts'))
export const history = createPart(() => import('./history.ts'))
/** What nobody needs in the first moment. */
export const dropping = createPart(() => import('./dropping.ts'))
