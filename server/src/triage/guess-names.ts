/** What only can be guessed from a text, by the name of its label. */
export const guessNames = [
  'personalManager',
  'layoutQuestion',
  'thirdParty',
  'templateModified',
  'accountChange',
  'unclear',
] as const
export type GuessName = (typeof guessNames)[number]
