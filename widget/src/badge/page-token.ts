import type { Settings } from '../loader/bridge.ts'

const claimsOf = (token: string): { iss?: unknown; shop?: unknown; sub?: unknown; exp?: unknown } =>
  JSON.parse(atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')))

/** Who the token is for, as one text. */
export function whoseOf(token: string): string {
  const { iss, shop, sub } = claimsOf(token)
  return JSON.stringify([iss, shop, sub])
}

/** How long it is still good by the device's clock, in milliseconds. */
const lifeOf = (token: string) => Number(claimsOf(token).exp) * 1000 - Date.now()

/** Relative to the page, whatever its `<base>` says. */
const besidePage = (url: string) => new URL(url, location.origin === 'null' ? document.baseURI : location.href)

/**
 * The token that the page has given, or gives now: the panel that comes later finds it in the settings. Null where there is
 * none that the desk would take: to ask with one that is over is a line in the host's console.
 */
export async function tokenOf(settings: Settings): Promise<string | null | undefined> {
  const { token: before, tokenUrl, fetch } = settings
  if (before && lifeOf(before) > (tokenUrl ? 60_000 : 0)) return before
  if (before === null || !tokenUrl) return null
  const response = await fetch(besidePage(tokenUrl), { credentials: 'include' })
  const { token }: { token?: unknown } = await response.json()
  // Somebody may have signed in or out meanwhile. That nobody is signed in is for the panel to judge.
  if (settings.token === before && typeof token === 'string') settings.token = token
  return settings.token === before ? null : settings.token
}
