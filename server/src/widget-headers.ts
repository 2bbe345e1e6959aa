// How the widget's files are served, wherever that is.

/** Any page may load them: script tags on other origins need both. */
export const openToAll = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
}

/** Of chunks, which are named by their content. */
export const foreverCached = 'public, max-age=31536000, immutable'

/** Of the loader, which keeps its name and is asked about every five minutes. */
export const brieflyCached = 'public, max-age=300, stale-while-revalidate=86400'
