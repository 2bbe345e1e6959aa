import * as z from 'zod/mini'

/** The one parameter of most paths: an id that the desk gave, or nobody's. */
export const IdParam = z.strictObject({ id: z.string() })
