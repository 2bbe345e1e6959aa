export type Repeating = {
  start(): void
  /** Resolves when what is under way is done. */
  stop(): Promise<void>
}

/** Does the work again and again, `everyMs` after it was last done, until stopped. What fails is told and tried again. */
export function createRepeating(
  work: () => Promise<void>,
  { everyMs, onTrouble }: { everyMs: number; onTrouble: (error: unknown) => void },
): Repeating {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopping = false
  let doing = Promise.resolve()
  const turn = async () => {
    await work().catch(onTrouble)
    if (!isStopping) timer = setTimeout(begin, everyMs)
  }
  const begin = () => void (doing = turn())
  return {
    start: begin,
    async stop() {
      isStopping = true
      clearTimeout(timer)
      await doing
    },
  }
}
