import { defaultLocale, Locale } from '@bilet/shared/locale'
import { loadKnownWords } from '../node/words-file.ts'
import { defineCommand, UsageError } from './command.ts'

export const wordsShow = defineCommand({
  name: 'words show',
  about: 'Print what the widget says, by names, to begin your own words with',
  options: {
    locale: { type: 'string', value: 'ru', about: `a language: ${Locale.options.join(', ')}` },
    holding: {
      type: 'string',
      value: 'text',
      about: 'only what holds this: билет shows every text with a ticket in it',
    },
  },
  more: 'Keep the lines that you change, in the file that BILET_WORDS names: docs/words.md.',
  async run({ options: { locale = defaultLocale, holding = '' } }, io) {
    const language = Locale.safeParse(locale).data
    if (!language) throw new UsageError(`--locale is one of ${Locale.options.join(', ')}`)
    const { words } = await loadKnownWords()
    const shown = Object.entries(words[language]).filter(([, text]) =>
      text.toLowerCase().includes(holding.toLowerCase()),
    )
    io.out(JSON.stringify({ words: { [language]: Object.fromEntries(shown) } }, null, 2))
  },
})
