import type { Desk } from './desk.ts'

/** A model of a later part of the panel: made for a desk when it is first asked for. */
export function createOnce<Model>(create: (desk: Desk) => Model) {
  const made = new WeakMap<Desk, Model>()
  return (desk: Desk) => {
    const model = made.get(desk) ?? create(desk)
    made.set(desk, model)
    return model
  }
}
