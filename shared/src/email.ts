// What an e-mail address is, internationalised ones among them (RFC 6531, RFC 5890): «анна@почта.рф» and its punycode alike.
import { limits } from './limits.ts'

/** No quotes, comments or several addresses in one: nothing that a mail server could read as more than one mailbox. */
const local = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u
const longest = { local: 64, label: 63 }

/** Whether letters can be sent there. Linear in the text. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@')
  if (text.length > limits.email || at < 1 || at > longest.local) return false
  const labels = text.slice(at + 1).split('.')
  return (
    local.test(text.slice(0, at)) &&
    labels.length > 1 &&
    labels.every((part) => part.length <= longest.label && label.test(part)) &&
    !/^\p{N}+$/u.test(labels.at(-1) ?? '')
  )
}
