// How letters travel, by the settings: through a mail server, or by a mail service's HTTP interface.
import { isLoopback } from '../util/loopback.ts'
import { SettingError } from '../setting-error.ts'
import type { MailService } from './mail-service.ts'

export type MailSettings = { by: 'smtp'; url: string; from: string | undefined } | ({ by: 'service' } & MailService)

type Given = Record<'smtpUrl' | 'mailUrl' | 'mailKey' | 'mailFrom', string | undefined>

/** Undefined where no mail is sent. Throws `SettingError` for what is malformed or not whole. */
export function mailSettings({ smtpUrl, mailUrl, mailKey, mailFrom }: Given): MailSettings | undefined {
  if (smtpUrl !== undefined && mailUrl !== undefined)
    throw new SettingError('BILET_MAIL_URL', 'letters travel one way: this or BILET_SMTP_URL')
  if (smtpUrl !== undefined) return { by: 'smtp', url: smtp(smtpUrl), from: mailFrom }
  if (mailUrl === undefined) return undefined
  if (mailKey === undefined) throw new SettingError('BILET_MAIL_KEY', 'the key of the mail service is missing')
  if (mailFrom === undefined) throw new SettingError('BILET_MAIL_FROM', 'the address that letters are from is missing')
  return { by: 'service', url: service(mailUrl), key: mailKey, from: mailFrom }
}

function smtp(url: string): string {
  if (!/^smtps?:\/\/.+/.test(url)) throw new SettingError('BILET_SMTP_URL', 'smtp://… or smtps://…')
  return url
}

/** The key goes along: over the network only where nobody can read it. */
function service(url: string): string {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' }
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname)))
    throw new SettingError('BILET_MAIL_URL', 'https://…, the address that the mail service takes letters at')
  return url
}
