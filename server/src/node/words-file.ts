import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { KnownWords, noOwnWords, parseOwnWords, withLetters } from '../own-words.ts'
import type { OwnWords } from '../own-words.ts'
import { SettingError } from '../setting-error.ts'

/** Where the built widget lies, seen from the built server and from its sources. */
const places = ['../../widget/dist/words.json', '../../../widget/dist/words.json'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)

/** What the built widget and letters say. */
export async function loadKnownWords(): Promise<KnownWords> {
  const place = places.find((path) => existsSync(path))
  if (!place) throw new Error('The widget is not built: npm run build')
  return withLetters(KnownWords.parse(JSON.parse(await readFile(place, 'utf8'))))
}

/** The words of a file, or none where none is named. Throws `SettingError` for the first that is wrong. */
export async function loadOwnWords(path: string | undefined): Promise<OwnWords> {
  if (path === undefined) return noOwnWords
  const json = await readFile(path, 'utf8').catch(() => {
    throw new SettingError('BILET_WORDS', `${path}: cannot be read`)
  })
  return parseOwnWords(json, path, await loadKnownWords())
}
