// A scanner for what is uploaded, asked over HTTP, on Node and on the edge: it is posted the file's bytes and answers 200
// where they are clean and 406 where they are not, as `/scanHandlerBody` of clamav-rest does.
import type { Scan } from './scan.ts'

const longestMs = 30_000

/** Any other answer is no verdict. Redirects are not followed: what was uploaded goes nowhere else. */
export const createHttpScan =
  (url: string): Scan =>
  async (bytes) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: bytes,
      redirect: 'manual',
      signal: AbortSignal.timeout(longestMs),
    })
    await response.body?.cancel()
    if (response.status === 200) return 'clean'
    if (response.status === 406) return 'infected'
    throw new Error(`the scanner answered ${response.status}`)
  }
