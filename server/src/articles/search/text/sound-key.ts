const CYRILLIC_SOUNDS: Readonly<Record<string, string>> = {
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

const ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/ph/gu, 'f'],
  [/[cs]h/gu, 'ч'],
  [/ck|q/gu, 'k'],
  [/x/gu, 'ks'],
  [/c(?=[eiy])/gu, 's'],
  [/c/gu, 'k'],
  [/w/gu, 'v'],
  [/g(?=[ei])/gu, 'j'],
  [/j/gu, 'j'],
  [/z/gu, 's'],
]

/** The consonants that a word is heard by, across scripts: `google` and `гугл` share `ggl`, `iframe` and `ифрейм` `frm`. */
export function soundKey(word: string): string {
  const key = /[a-z]/u.test(word) ? latinSounds(word) : cyrillicSounds(word)
  return key.replace(/(.)\1+/gu, '$1')
}

function latinSounds(word: string): string {
  let sounds = word
  for (const [pattern, sound] of ENGLISH) sounds = sounds.replace(pattern, sound)
  return cyrillicSounds(sounds.replace(/[aeiouy]/gu, '')).replace(/[^bvgdjsklmnprtfhc]/gu, '')
}

function cyrillicSounds(word: string): string {
  return Array.from(
    word,
    (letter) => CYRILLIC_SOUNDS[letter] ?? (/[bvgdjsklmnprtfhc]/u.test(letter) ? letter : ''),
  ).join('')
}
