import { defineCommand } from './command.ts'
import { withLibrary } from './open-library.ts'

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
        io.out(options.json ? JSON.stringify(facts) : [id, lang, updatedAt, title].join('\t'))
      }
      io.err(`${entries.length} articles`)
    }),
})
