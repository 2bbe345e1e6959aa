// How the widget's files are served, wherever that is.

/** Any page may load them: script tags on other origins need both. */
export const openToAll = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
}

/** Of chunks, whose folder is named by the content of their build. */
export const foreverCached = 'public, max-age=31536000, immutable'

/** Of what keeps its name, the loader first of all: asked about each time, which costs a 304. An update reaches the next page. */
export const revalidated = 'no-cache'
