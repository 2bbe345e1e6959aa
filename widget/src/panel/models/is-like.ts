const kindOf = (value: unknown) => (Array.isArray(value) ? 'list' : typeof value)

/** Whether the value has the fields of the pattern, each of its kind: what another version or a proxy gives has not. */
export const isLike = <T extends object>(pattern: Partial<Record<keyof T, unknown>>, value: unknown): value is T =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(pattern).every(([name, field]) => kindOf(Reflect.get(value, name)) === kindOf(field))

/** What the panel cannot do without in the answer of `GET /v1/support`. */
export const supportPattern = { zone: '', departments: [], phones: [], reaction: {}, rules: {}, limits: {}, caller: {} }
