const SOUNDS: Readonly<Record<string, string>> = {
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  ж: 'j',
  з: 's',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ф: 'f',
  х: 'h',
  ц: 's',
  ч: 'c',
  ш: 'c',
  щ: 'c',
}

/** How English letters sound where that differs from the letter itself. */
const ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/ph/gu, 'f'],
  [/[cs]h/gu, 'ш'],
  [/wh|w/gu, 'v'],
  [/ck|q/gu, 'k'],
  [/x/gu, 'ks'],
  [/c(?=[eiy])|z/gu, 's'],
  [/c/gu, 'k'],
  [/g(?=[ei])/gu, 'j'],
]

const DOUBLED = /(.)\1+/gu
const STARTS_WITH_VOWEL = /^[aeiouyаеиоуыэюя]/u

/**
 * The consonants a word is heard by, across scripts: `google` and `гугл` share `ggl`, `iframe` and `ифрейм` `-frm`.
 * A leading dash stands for a vowel at the start.
 */
export function soundKey(word: string): string {
  let heard = word.replace(/дж/gu, 'ж').replace(DOUBLED, '$1')
  for (const [pattern, sound] of ENGLISH) heard = heard.replace(pattern, sound)
  const consonants = Array.from(heard, (letter) => SOUNDS[letter] ?? (/[bvgdjsklmnprtfh]/u.test(letter) ? letter : ''))
  return (STARTS_WITH_VOWEL.test(word) ? '-' : '') + consonants.join('')
}
