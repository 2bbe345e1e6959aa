// What an integrator reads in the console when the page and the desk do not agree: once for each cause, with a link.

/** Codes that a wrong integration leads to; each is a place on the page of causes. */
export type Cause = 'token_invalid' | 'token_expired' | 'origin_not_allowed' | 'token_url'

const causes: readonly string[] = ['token_invalid', 'token_expired', 'origin_not_allowed'] satisfies Cause[]

export const isCause = (code: string): code is Cause => causes.includes(code)

/** Gives a function that tells each cause once. `base` is the folder that the desk is at. */
export function createWarn(base: string) {
  const told = new Set<Cause>()
  return (cause: Cause, detail?: string) => {
    if (told.has(cause)) return
    told.add(cause)
    console.warn(
      `Bilet: ${cause}${detail ? `: ${detail}` : ''}. What it means and what to do: ${base}docs/tokens#${cause}`,
    )
  }
}
export type Warn = ReturnType<typeof createWarn>
