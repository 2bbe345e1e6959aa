const QUOTED = /^\s*>/u
const SIGNATURE =
  /^\s*(?:--+|__+|с уважением|с наилучшими|з повагою|best regards|kind regards|sincerely|отправлено с|надіслано з|sent from)/iu
const ADDRESS = /(?:https?:\/\/|www\.)\S+|[^\s@]{1,64}@[^\s@]{1,255}/giu
const STACK_FRAME = /^\s*(?:at\s+\S+\s*\(|file ".+", line \d|caused by:|traceback|\[?\d{4}-\d\d-\d\d[t ]\d\d:\d\d)/iu
const CYRILLIC = /[\u0400-\u04ff]/gu
const SIGNS = /[{}[\]()<>=;:/\\|_"'#$%&*+\d]/gu

/** Share of signs and figures from which a line without Cyrillic is taken for a log or code. */
const LOG_SHARE = 0.15
const LONG_LINE = 40

/** A letter without what does not ask: quoted mail, signatures and all after them, logs, code, addresses. */
export function stripNoise(letter: string): string {
  const kept: string[] = []
  for (const line of letter.replace(ADDRESS, ' ').split('\n')) {
    if (SIGNATURE.test(line) && kept.some((one) => one.trim() !== '')) break
    if (!QUOTED.test(line) && !isLog(line)) kept.push(line)
  }
  return kept.join('\n')
}

function isLog(line: string): boolean {
  if (STACK_FRAME.test(line)) return true
  if (line.length < LONG_LINE || (line.match(CYRILLIC)?.length ?? 0) > 0.2 * line.length) return false
  return (line.match(SIGNS)?.length ?? 0) > LOG_SHARE * line.length
}
