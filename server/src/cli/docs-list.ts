import { defineCommand } from './command.ts'
import { withLibrary } from './open-library.ts'

/** Without what a terminal would act upon: a title comes from whoever wrote the documents. */
const plain = (text: string) => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '')

export const docsList = defineCommand({
  name: 'docs list',
  about: 'List the articles',
  options: { json: { type: 'boolean', about: 'a JSON object a line' } },
  more: 'Columns, separated by tabs: id, language, when it changed, title.',
  run: async ({ options }, io) =>
    withLibrary(io, async (library) => {
      const entries = await library.list()
      for (const { origin, checkedAt, ...entry } of entries) {
        const { id, lang, updatedAt, title } = entry
        const facts = { ...entry, set: origin.source, checkedAt }
        io.out(options.json ? JSON.stringify(facts) : [id, lang, updatedAt, title].map(plain).join('\t'))
      }
      io.err(`${entries.length} articles`)
    }),
})
