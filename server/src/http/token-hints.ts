// What to do about each reason that a token is refused for: on the page of causes and at the command line.

type Hint = {
  /** What the reason looks like; see `token-faults.ts`. */
  of: RegExp
  reason: string
  todo: string
}

export const tokenHints: readonly Hint[] = [
  {
    of: /^kid /,
    reason: 'kid is not one of …',
    todo: 'The header of the token names its key: {"alg":"HS256","kid":"…"}. The name is the part before the colon in BILET_IDENTITY_KEYS.',
  },
  {
    of: /^the signature /,
    reason: 'the signature was not made with the key that kid names',
    todo: 'Sign with the bytes of the secret: decode it from base64 first. A secret used as text is the most common cause; the other is a key of another desk.',
  },
  {
    of: /^alg /,
    reason: 'alg is not HS256',
    todo: 'Bilet takes HS256 alone (HMAC with SHA-256).',
  },
  {
    of: /^not a signed JWT/,
    reason: 'not a signed JWT',
    todo: 'Three parts of base64url without padding, joined by dots. Look for quotes, line breaks or a "Bearer " inside of what your page gives.',
  },
  {
    of: /^aud /,
    reason: 'aud is …',
    todo: 'aud is "bilet", or an array that holds it.',
  },
  {
    of: /^iss /,
    reason: 'iss is …',
    todo: 'iss is a name of your platform, the same in each token; where BILET_IDENTITY_ISSUER is set, exactly that.',
  },
  {
    of: /^sub /,
    reason: 'sub is …',
    todo: 'sub is the id of your user, as text and not as a number ("7", not 7), and does not begin with "guest:".',
  },
  { of: /^shop /, reason: 'shop is …', todo: 'shop is the id of the shop, as text and not as a number.' },
  {
    of: /^plan /,
    reason: 'plan is …, not one of …',
    todo: 'plan is a plan of the policy, in the same letters: see plans in your policy file.',
  },
  {
    of: / ahead of /,
    reason: 'iat is … s ahead of the desk’s clock',
    todo: 'The clock of your backend runs ahead, or that of the desk behind: compare `date -u` on both. Up to 60 seconds are forgiven.',
  },
  {
    of: /^(it lives|(exp|iat|nbf) |not valid for)/,
    reason: 'it lives … s, more than 900; exp is …',
    todo: 'iat and exp are seconds since 1970, as numbers (not milliseconds, not text), exp at most 900 after iat.',
  },
  {
    of: /^expired /,
    reason: 'expired … s ago',
    todo: 'Make a new token at each request, and do not let the answer be cached (Cache-Control: no-store). If it was made just now, compare `date -u` on both machines.',
  },
]

/** What to do about a reason; undefined for one that explains itself. */
export const hintFor = (reason: string): string | undefined => tokenHints.find(({ of }) => of.test(reason))?.todo
