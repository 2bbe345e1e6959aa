const LATIN = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.~{}:"<>'
const RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбюЁХЪЖЭБЮ'.toLowerCase()
const UKRAINIAN = "'йцукенгшщзхїфівапролджєячсмитьбю'хїжєбю"

const mapOf = (from: string, to: string): ReadonlyMap<string, string> =>
  new Map(Array.from(from, (letter, index) => [letter, to[index] ?? letter]))

const READINGS = [mapOf(LATIN, RUSSIAN), mapOf(LATIN, UKRAINIAN), mapOf(RUSSIAN.slice(0, 33), LATIN.slice(0, 33))]

/** What a text would be had the other keyboard layout been on: read as Russian, as Ukrainian, as Latin. */
export function otherLayouts(text: string): string[] {
  const letters = Array.from(text.toLowerCase())
  return READINGS.map((map) => letters.map((letter) => map.get(letter) ?? letter).join(''))
}
