const LATIN_TO_CYRILLIC: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['sh', 'ш'],
  ['ch', 'ч'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['tz', 'ц'],
  ['iya', 'ия'],
  ['ija', 'ия'],
  ['iyu', 'ию'],
  ['iju', 'ию'],
  ['iye', 'ие'],
  ['ije', 'ие'],
  ['ya', 'я'],
  ['ja', 'я'],
  ['ia', 'ия'],
  ['yu', 'ю'],
  ['ju', 'ю'],
  ['iu', 'ию'],
  ['yo', 'е'],
  ['jo', 'е'],
  ['ye', 'е'],
  ['je', 'е'],
  ['iy', 'ий'],
  ['yi', 'ый'],
  ['ij', 'ий'],
  ['yy', 'ый'],
  ['yj', 'ый'],
  ['ay', 'ай'],
  ['ey', 'ей'],
  ['oy', 'ой'],
  ['uy', 'уй'],
  ['a', 'а'],
  ['b', 'б'],
  ['c', 'к'],
  ['d', 'д'],
  ['e', 'е'],
  ['f', 'ф'],
  ['g', 'г'],
  ['h', 'х'],
  ['i', 'и'],
  ['j', 'й'],
  ['k', 'к'],
  ['l', 'л'],
  ['m', 'м'],
  ['n', 'н'],
  ['o', 'о'],
  ['p', 'п'],
  ['q', 'к'],
  ['r', 'р'],
  ['s', 'с'],
  ['t', 'т'],
  ['u', 'у'],
  ['v', 'в'],
  ['w', 'в'],
  ['x', 'кс'],
  ['y', 'ы'],
  ['z', 'з'],
  ["'", 'ь'],
  ['4', 'ч'],
]

/** What some letters stand for in other hands: `cena`, `jurnal`, `xvatit`; or apart, as in `otzyv`. */
const OTHERWISE: readonly (readonly [string, string])[] = [
  ['ts', 'тс'],
  ['tz', 'тз'],
  ['c', 'ц'],
  ['h', 'г'],
  ['j', 'ж'],
  ['ja', 'жа'],
  ['ju', 'жу'],
  ['je', 'же'],
  ['w', 'ш'],
  ['x', 'х'],
]

const PATTERN = new RegExp(LATIN_TO_CYRILLIC.map(([latin]) => latin).join('|'), 'gu')
const LETTERS = new Map(LATIN_TO_CYRILLIC)
const OTHER_LETTERS = new Map([...LATIN_TO_CYRILLIC, ...OTHERWISE])

/**
 * A Russian word spelt in Latin letters, as people type it without a layout: `skidka` gives `скидка`. The commoner
 * reading comes first.
 */
export const cyrillicReadings = (word: string): string[] =>
  [LETTERS, OTHER_LETTERS].map((letters) => word.replace(PATTERN, (latin) => letters.get(latin) ?? latin))
