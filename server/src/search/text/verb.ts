const VERB =
  /(?<=\p{L}\p{L})(?:[аеиоуыя]ть|[аеийуюыя]ти|ть?ся|[аеиоуыя]л[аио]?|л[аио]?с[ья]|[аеуюя](?:ет|ем|ют|ешь|ете|ють|ємо)|ишь|ите|имо|йте)$/u

/** English verbs have no endings to tell them by: what is done in an admin panel, and what goes wrong there. */
const ENGLISH = new Set(
  `
accept activate add allow appear apply arrive assign attach become begin break bring browse build buy calculate call cancel
change charge check choose clear click close come configure confirm connect copy create customize cut delete deliver detach disable
disappear disconnect do drop edit enable enter erase exchange fail fill find finish fix forget get give go grant happen hide insert
install invite keep leave let link load lose make manage mark merge modify move need open organize pay pick place post prevent print
process publish put reach receive recover redirect refund reject reload remove rename renew replace reply reset resize restore
restrict return run save search see select sell send set setup ship show sort specify start stop stuck switch sync take tell track
transfer try turn uninstall unlink update upload use verify view want withdraw work write
`
    .trim()
    .split(/\s+/u),
)

/** The word, and what it may be of: «arrived», «removing», «goes». */
const englishForms = (word: string): string[] => {
  const bare = word.replace(/(?:ing|ed|es|s)$/u, '')
  return [word, bare, `${bare}e`]
}

/**
 * True for most verbs by their endings, Russian and Ukrainian, for a few nouns that look alike (`канал`), and for the
 * commonest English ones. Takes a normalized word.
 */
export const isVerb = (word: string): boolean =>
  VERB.test(word) || (/^[a-z]/u.test(word) && englishForms(word).some((form) => ENGLISH.has(form)))
