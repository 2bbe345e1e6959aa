import { createPart } from './part.tsx'

export const loadAround = () => import('./around.ts')

/** Around the question of the first screen; its styles serve later parts too. */
export const around = createPart(loadAround)
/** What takes files that are pasted or dropped: no later than what they are put into. */
export const dropping = createPart(() => import('./dropping.ts'))
export const writing = createPart(() => import('./writing.ts'), dropping)
export const reading = createPart(() => import('./reading.ts'))
export const history = createPart(() => import('./history.ts'), dropping)
