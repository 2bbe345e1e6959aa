const VERB =
  /(?<=\p{L}\p{L})(?:[аеиоуыя]ть|[аеийуюыя]ти|ть?ся|[аеиоуыя]л[аио]?|л[аио]?с[ья]|[аеуюя](?:ет|ем|ют|ешь|ете|ють|ємо)|ишь|ите|имо|йте)$/u

/**
 * True for most verbs by their endings, Russian and Ukrainian, and for a few nouns that look alike (`канал`). Takes a
 * normalized word.
 */
export const isVerb = (word: string): boolean => VERB.test(word)
