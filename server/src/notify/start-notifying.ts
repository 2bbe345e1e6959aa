// The outbox at work on Node.
import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import { createDeliver } from './create-deliver.ts'
import type { MailDesk } from './create-deliver.ts'
import type { SendLetter } from './letter.ts'
import { createMailService } from './mail-service.ts'
import type { MailSettings } from './mail-settings.ts'
import { createOutbox } from './outbox.ts'
import { createOutboxWorker } from './outbox-worker.ts'
import type { OutboxWorker } from './outbox-worker.ts'

/** Begins to tell owners what the outbox holds; the worker is to be stopped before the database is closed. */
export async function startNotifying(
  database: Database,
  desk: MailDesk,
  { mail, ...pages }: Pick<Config, 'mail' | 'panelUrl' | 'guestUrl'>,
): Promise<OutboxWorker> {
  const deliver = mail && createDeliver(database, desk, { send: await senderOf(mail), ...pages })
  const outbox = createOutbox(database, { clock: desk.clock })
  const worker = createOutboxWorker({ outbox, log: desk.log, ...(deliver && { deliver }) })
  worker.start()
  return worker
}

const senderOf = async (mail: MailSettings): Promise<SendLetter> =>
  mail.by === 'smtp' ? (await import('./smtp.ts')).createSmtp(mail) : createMailService(mail)
