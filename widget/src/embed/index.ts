// For pages that are built by a bundler: the same tag, put in by a function. Everything else is the script's own.
import type { BiletApi, BiletLocale } from '../loader/public.ts'

export type * from '../loader/public.ts'

export type BiletOptions = {
  /** Where the script is: `https://HOST/bilet.js`, or a pinned `https://HOST/v/…/bilet.js` with its `integrity`. */
  src: string
  integrity?: string
  /** For a policy by nonce. */
  nonce?: string
  /** The page's own address that gives `{"token":"…"}`. */
  tokenUrl?: string
  token?: string
  locale?: BiletLocale
  theme?: 'auto' | 'light' | 'dark'
  /** `#rrggbb` */
  accent?: string
  position?: 'left' | 'right'
  /** Pixels from the side and from the bottom: `24 80`. */
  offset?: string
  launcher?: 'none'
  /** No count of unread tickets on the button: nothing is asked of the desk before the panel opens. */
  badge?: 'none'
  zIndex?: number
}

let loading: Promise<BiletApi> | undefined

/** What is there before the script may be a stub that keeps calls. */
const present = () => (window.Bilet?.calls ? undefined : window.Bilet)

/**
 * Puts the widget into the page, once, however often it is called; resolves to `window.Bilet`.
 * Rejects where the script cannot be loaded; a later call then tries again. To be called in a browser.
 * @example const bilet = await loadBilet({ src: 'https://desk.example/bilet.js', tokenUrl: '/my/bilet-token' })
 */
export function loadBilet(options: BiletOptions): Promise<BiletApi> {
  const there = present()
  if (there) return Promise.resolve(there)
  loading ??= putTag(options).finally(() => (loading = undefined))
  return loading
}

function putTag({ src, integrity, nonce, ...data }: BiletOptions): Promise<BiletApi> {
  const script = document.createElement('script')
  script.async = true
  script.crossOrigin = ''
  if (integrity) script.integrity = integrity
  if (nonce) script.nonce = nonce
  for (const [name, value] of Object.entries(data)) if (value !== undefined) script.dataset[name] = String(value)
  return new Promise((resolve, reject) => {
    const fail = () => {
      script.remove()
      reject(new Error(`Bilet could not be loaded from ${src}`))
    }
    script.addEventListener('error', fail)
    script.addEventListener('load', () => {
      const bilet = present()
      if (bilet) resolve(bilet)
      else fail()
    })
    script.src = src
    document.head.append(script)
  })
}
