import { createPart } from './part.tsx'

export const writing = createPart(() => import('./writing.ts'))
export const reading = createPart(() => import('./reading.ts'))
export const history = createPart(() => import('./history.ts'))
