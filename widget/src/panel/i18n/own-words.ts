// Words of a desk's own in place of the panel's, and languages that the panel does not speak by itself: fetched by desks
// that have such alone.
import { withOwnWords } from '@bilet/shared/own-words'
import type { SupportReply } from '@bilet/shared/replies'
import type { I18n } from './i18n.ts'

/** Takes the words that the desk says in their language, and that language where it is another than was asked for. */
export function takeWords(
  i18n: Pick<I18n, 'own' | 'setLocale'>,
  { locale, words: own }: NonNullable<SupportReply['own']>,
) {
  i18n.own.value = (words, chosen) => (chosen === locale ? withOwnWords(words, own, locale) : words)
  void i18n.setLocale(locale)
}
