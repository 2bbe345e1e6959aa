// Sizes that both sides refuse to exceed. The structural ceiling; a policy may only be stricter.

/** In UTF-16 code units unless named otherwise. */
export const limits = {
  subject: 200,
  description: 20_000,
  step: 1_000,
  steps: 50,
  links: 10,
  attachments: 10,
  url: 2_000,
  email: 254,
  message: 20_000,
  /** Tags of one ticket, and letters of one. */
  tags: 20,
  tag: 50,
  environment: 2_000,
  environmentEntries: 20,
  seen: 50,
  /** Bytes of one uploaded picture. */
  fileBytes: 10 * 1024 * 1024,
  /** Width × height of one uploaded picture. */
  filePixels: 20_000_000,
  idempotencyKey: 255,
  /** Levels of nesting in a JSON body. */
  jsonDepth: 16,
  /** The same in an article's tree. */
  articleJsonDepth: 40,
  /** Values in a JSON body: fields, elements and what they lie in. The largest draft has some two hundred. */
  jsonValues: 1_000,
  /** The same in an article's tree, or in the desk's own words. */
  articleJsonValues: 60_000,
  /** Bytes of a JSON body. */
  jsonBytes: 512 * 1024,
} as const
