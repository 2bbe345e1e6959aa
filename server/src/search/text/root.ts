const SUFFIXES = [
  'изирова',
  'ировани',
  'изаци',
  'ирова',
  'ивани',
  'ывани',
  'овани',
  'евани',
  'ствова',
  'тельн',
  'иров',
  'аци',
  'яци',
  'ици',
  'ени',
  'ани',
  'яни',
  'ова',
  'ева',
  'ива',
  'ива',
  'ыва',
  'ств',
  'ост',
  'тел',
  'ник',
  'чик',
  'щик',
  'льн',
  'ичн',
  'ческ',
  'очн',
  'ечн',
  'енн',
  'ен',
  'ан',
  'ск',
  'ов',
  'ев',
  'ив',
  'ик',
  'ок',
  'ек',
  'ат',
  'ят',
  'ит',
  'ет',
  'ут',
  'ют',
  'н',
  'к',
  'л',
  'т',
  'в',
  'а',
  'я',
  'и',
  'е',
  'у',
  'о',
  'ь',
].toSorted((a, b) => b.length - a.length)

const SHORTEST_ROOT = 4

const ALTERNATIONS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[бвмпф])л$/u, ''],
  [/[жзд]$/u, 'г'],
  [/[чцтщ]$/u, 'к'],
  [/ш$/u, 'с'],
]

/**
 * What a stem shares with its relatives: `настройк`, `настраива` and `настроен` come from one root, as do `оплат` and
 * `оплачива`. Rough by intent: roots only suggest, with a low weight, what a stem may also mean.
 */
export function rootOf(stem: string): string {
  let root = stem
  for (let shorter = stripSuffix(root); shorter !== root; shorter = stripSuffix(root)) root = shorter
  for (const [pattern, letter] of ALTERNATIONS) {
    if (pattern.test(root)) return root.replace(pattern, letter)
  }
  return root
}

function stripSuffix(word: string): string {
  const suffix = SUFFIXES.find((ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST_ROOT)
  return suffix === undefined ? word : word.slice(0, -suffix.length)
}
