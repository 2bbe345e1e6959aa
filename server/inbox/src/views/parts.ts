import { createPart } from '../ui/part.tsx'

export const ticket = createPart(() => import('./ticket/ticket.tsx'))
export const sheets = createPart(() => import('./sheets/sheets.tsx'))
export const reports = createPart(() => import('./reports/reports.tsx'))
