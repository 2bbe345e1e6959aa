// A mail server on loopback that keeps what it is given, and can be told to refuse.
import { callbackify } from 'node:util'
import PostalMime from 'postal-mime'
import type { Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerSession } from 'smtp-server'

export type Received = { to: string[]; raw: string; mail: Email }

type Refusal = { code: number; text: string } | null

export async function openTestSmtp() {
  const received: Received[] = []
  let refusal: Refusal = null

  const receive = async (stream: AsyncIterable<Buffer>, { rcptTo }: SMTPServerSession['envelope']) => {
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk)
    const raw = Buffer.concat(chunks)
    const to = rcptTo.map(({ address }) => address)
    received.push({ to, raw: raw.toString('latin1'), mail: await PostalMime.parse(raw) })
  }

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: (_address, _session, done) =>
      done(refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code })),
    onData: (stream, { envelope }, done) => callbackify(receive)(stream, envelope, (error) => done(error)),
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    received,
    /** From now on every recipient is refused so; null takes them again. */
    refuse: (next: Refusal) => void (refusal = next),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
