/** Turns of discourse, which any department bitsOf. */
export const courtesies: ReadonlySet<string> = new Set(
  'weak add strong anaphor doing greet vague formal_request request several'.split(' '),
)
