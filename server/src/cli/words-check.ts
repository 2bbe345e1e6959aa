import { readFile } from 'node:fs/promises'
import { loadKnownWords } from '../node/words-file.ts'
import { readOwnWords } from '../own-words.ts'
import { CommandError, defineCommand, faultsIn } from './command.ts'

export const wordsCheck = defineCommand({
  name: 'words check',
  takes: ['<file.json>'],
  about: 'Say everything that is wrong with a file of words, and what to do',
  options: {},
  async run({ args: [file = ''] }, io) {
    const json = await readFile(file, 'utf8').catch(() => {
      throw new CommandError(`${file} cannot be read`)
    })
    const read = readOwnWords(json, await loadKnownWords())
    if ('faults' in read) throw faultsIn(file, read.faults)
    const counts = Object.entries(read.own.words).map(([locale, words]) => `${locale}: ${Object.keys(words).length}`)
    io.out(`good: ${counts.join(', ') || 'no words'}`)
  },
})
