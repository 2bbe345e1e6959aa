/** The engine's weights. A zero switches its part off, which is how the evaluation measures what each part gives. */
export type Tuning = {
  /** Shares of the final score. */
  bm25: number
  passage: number
  grams: number
  titleFit: number
  /** What a word found another way is worth, of 1 for the word itself. */
  synonym: number
  translation: number
  root: number
  fuzzy: number
  sound: number
  prefix: number
  translit: number
  layout: number
  lightWord: number
  /** What the name of a product or service weighs beside other words. */
  name: number
  /** How sharply a letter is read for the sentences that ask. */
  focus: number
  /** For silence. Of a question of n words an answer holds a share that falls as n to this power. */
  dilution: number
  /** How many times more than others counts what the article lacks, a service's name or a notion that the lexicon knows. */
  missing: number
  /** How much more counts an article that says all in the question's own words, and less one that lacks every notion of it. */
  ownWords: number
  /** How much counts whether documentation tells what is asked in such words. */
  documented: number
  /** Confidence under which nothing is suggested. */
  threshold: number
}

export const shippedTuning: Tuning = {
  bm25: 0.9,
  passage: 0.4,
  grams: 0.5,
  titleFit: 0.2,
  synonym: 1.05,
  translation: 0.9,
  root: 0.7,
  fuzzy: 0.9,
  sound: 0.8,
  prefix: 0.7,
  translit: 1,
  layout: 1,
  lightWord: 0.3,
  name: 1.5,
  focus: 2.5,
  dilution: 0.4,
  missing: 2.5,
  ownWords: 0.8,
  documented: 1.5,
  threshold: 0.12,
}
