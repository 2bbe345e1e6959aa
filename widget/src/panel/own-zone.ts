type Clock = { Now: { timeZoneId(): string } }

const hasClock = (global: object): global is { Temporal: Clock } => 'Temporal' in global

/** IANA name of the owner's zone. Intl, asked where there is nothing newer, first loads its tables. */
export function ownZone() {
  const global: object = globalThis
  return hasClock(global) ? global.Temporal.Now.timeZoneId() : new Intl.DateTimeFormat().resolvedOptions().timeZone
}
