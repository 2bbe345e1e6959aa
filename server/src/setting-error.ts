/** A setting that cannot be used. The message names it and says what is expected; it never holds a secret. */
export class SettingError extends Error {
  constructor(setting: string, expected: string) {
    super(`${setting}: ${expected}`)
  }
}
