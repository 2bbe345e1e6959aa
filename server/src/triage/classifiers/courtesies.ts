/** Turns of discourse, which any department bitsOf. */
export const courtesies: ReadonlySet<string> = new Set(
  'weak add strong another anaphor doing greet vague formal_request request several fine aftermath intends speech party our_fault'.split(
    ' ',
  ),
)
