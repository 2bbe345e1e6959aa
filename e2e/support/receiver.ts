// A program that takes webhooks: it believes nothing that the specification's library cannot verify.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

type Payload = { type: string; timestamp: string; data: { ticket: { number: number }; event: { id: string } } }

export async function openReceiver() {
  const verified: Payload[] = []
  const refused: string[] = []
  let secret = ''
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      try {
        verified.push(new Webhook(secret).verify(Buffer.concat(chunks).toString(), headers) as Payload)
        response.writeHead(204).end()
      } catch (error) {
        refused.push(String(error))
        response.writeHead(401).end()
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    verified,
    /** What could not be verified, and why. */
    refused,
    /** The secret that the desk showed once. */
    trust: (shown: string) => (secret = shown),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
