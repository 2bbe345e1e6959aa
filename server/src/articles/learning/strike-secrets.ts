// What people type into a question and nobody should find in a report: passwords, keys, cards, addresses of all kinds.
// Struck before anything is stored; better a word too many than a password kept.

const gone = '…'

/** Words after which comes a secret, in whatever form: «пароль: …», `api_key=…`. */
const announces =
  /(?<![\p{L}\p{N}])(?:парол[\p{L}]*|логин[\p{L}]*|пин-?код[\p{L}]*|код подтверждения|токен[\p{L}]*|ключ[\p{L}]*|секрет[\p{L}]*|пассворд[\p{L}]*|passw(?:or)?ds?|passwd|pwd|pass|login|pin|cvv|cvc|token|secret|(?:api|access|secret|private)[-_ ]?keys?|bearer)(?![\p{L}\p{N}])/giu

/** What follows it: up to three words away where a sign leads to it, the next word where it looks like no word at all. */
const told = /^\s{0,3}(?:[:=\u2013\u2014-]\s{0,3}|(?:это|is|такой|вот)\s{1,3})(\S{1,200})/iu
const bare = /^\s{1,3}((?=\S*[\d!@#$%^&*_+=])\S{4,200}|[a-z][\w.-]{3,200})/iu

function strikeAnnounced(line: string): string {
  let struck = ''
  let from = 0
  for (const match of line.matchAll(announces)) {
    const end = match.index + match[0].length
    if (end < from) continue
    const rest = line.slice(end, end + 210)
    const secret = told.exec(rest) ?? bare.exec(rest)
    if (!secret?.[1]) continue
    const at = end + secret[0].length - secret[1].length
    struck += line.slice(from, at) + gone
    from = end + secret[0].length
  }
  return struck + line.slice(from)
}

const street =
  'ул|улица|улице|вул|вулиця|просп|проспект|пр-т|пер|переулок|бульвар|б-р|шоссе|наб|набережная|street|st|avenue|ave|road'

/** Each pattern is linear: what repeats in it is bounded, and no two parts of it can take the same letters. */
const shapes: readonly RegExp[] = [
  // E-mail addresses.
  /\S{0,100}@\S{0,200}/gu,
  // Phone numbers, cards, accounts, tax numbers, addresses of machines: seven digits and more with what stands between.
  /\+?\d(?:[\s().-]{0,3}\d){6,40}/gu,
  // Keys: letters and digits, twelve and more in a row, with both among them; and what is named as one.
  /(?<![\p{L}\p{N}_-])(?=[A-Za-z_-]{0,60}\d)(?=[\d_-]{0,60}[A-Za-z])[A-Za-z0-9_+/=-]{12,400}/gu,
  /(?<![\p{L}\p{N}])(?:sk|pk|rk|ghp|gho|xox[bp]|AKIA|AIza|eyJ)[-_A-Za-z0-9.]{8,400}/gu,
  // A house in a street, and the flat.
  new RegExp(
    `(?<![\\p{L}])(?:${street})\\.?\\s{1,2}[\\p{L}.-]{2,40}(?:\\s[\\p{L}.-]{2,40})?,?\\s{0,2}(?:д|дом|буд)?\\.?\\s{0,2}\\d{1,4}[\\p{L}]?(?:,?\\s{0,2}(?:кв|квартира|оф|офис)\\.?\\s{0,2}\\d{1,4})?`,
    'giu',
  ),
  /\d{1,5}\s[A-Z][a-z]{1,30}\s(?:street|st|avenue|ave|road|rd)(?![a-z])\.?/giu,
]

/** The line without secrets and addresses; where one was, `…` stands. The line must be short: a thousand letters. */
export const strikeSecrets = (line: string): string =>
  shapes.reduce((text, shape) => text.replaceAll(shape, gone), strikeAnnounced(line))
