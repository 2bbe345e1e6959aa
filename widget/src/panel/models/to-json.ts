/**
 * As JSON, whatever the page did to prototypes: Prototype 1.6 puts a `toJSON` on every array, which makes text of it.
 * What a replacer gives counts, and it finds the value itself where that method has been.
 */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, name: string): unknown {
    return this[name]
  })
