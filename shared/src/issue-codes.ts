// What may be wrong with one field of an owner's request, beside what the rules find (`findingCodes`). Stable: only add.

export const issueCodes = [
  /** The API knows no such field. */
  'unknown_field',
  /** Not the kind of value that the field takes; `invalid_choice`: none of `choices`. */
  'invalid_type',
  'invalid_choice',
  'invalid_format',
  'invalid_email',
  'invalid_url',
  /** Holds characters that no storage keeps: NUL, half of a pair. */
  'invalid_text',
  'invalid',
  /** Fewer than `min` characters. */
  'too_short',
  /** A multipart form holds one file, in `file`. */
  'one_file_required',
  /** The file says that it is a picture and cannot be read as one. */
  'malformed_image',
  /** What looks at uploads found it harmful. */
  'infected',
  /** More pixels than `limits.filePixels`. */
  'too_many_pixels',
  /** No such picture of this owner, or it waited too long for its ticket. */
  'attachment_not_found',
  'attachment_unknown',
  /** Nothing but white space. */
  'text_missing',
] as const
export type IssueCode = (typeof issueCodes)[number]
