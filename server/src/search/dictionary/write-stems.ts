// Writes what is found of the dictionary's words: npm run dictionary, when they, or the stemmer, have changed.
import { writeFileSync } from 'node:fs'
import { stemsOfWords } from './stems-of-words.ts'

writeFileSync(new URL('stems.json', import.meta.url), stemsOfWords())
