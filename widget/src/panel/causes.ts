// What an integrator reads in the console when the page and the desk do not agree: once for each cause, with a link.

const causes = ['token_invalid', 'token_expired', 'origin_not_allowed', 'token_url'] as const

/** Codes that a wrong integration leads to; each is a place on the page of causes. */
export type Cause = (typeof causes)[number]

export const isCause = (code: unknown): code is Cause => causes.some((cause) => cause === code)

/** Gives a function that tells each cause once. `base` is the folder that the desk is at. */
export function createWarn(base: string) {
  const told = new Set<Cause>()
  return (cause: Cause, detail: unknown) => {
    if (!told.has(cause)) console.warn('Bilet:', cause, detail || '', `${base}docs/tokens#${cause}`)
    told.add(cause)
  }
}
export type Warn = ReturnType<typeof createWarn>
