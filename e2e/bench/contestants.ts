// What is measured beside each other: a page without any tag, the same with ours, with Sentry's feedback form from npm, and
// with a form as plain as can be.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

export type Contestant = {
  name: string
  /** The page's HTML; its path is where the contestant is served. */
  html: string
  /** Further files, by their paths. */
  files?: Record<string, string>
  /** CSS of what is clicked, and of the field that is waited for; both reach into open shadow roots. None on a bare page. */
  opening?: { button: string; field: string }
  /** Whether the page is the bare one with a tag: what it costs before it is opened is told. */
  isTag?: boolean
  /** Whether the pointer rests on the button before the click. */
  hovers?: boolean
}

const page = (title: string, body: string) =>
  `<!doctype html><html lang="ru"><meta charset="utf-8"><title>${title}</title><body><h1>Заказы</h1>${body}</body></html>`

/** The form that any page may have: markup that is there from the start, shown by one line of script. */
const plainPage = page(
  'plain form',
  `<button id="open">Помощь</button>
<dialog id="form"><form><label>Тема <input id="subject"></label><label>Что случилось <textarea></textarea></label><button>Отправить</button></form></dialog>
<script>document.getElementById('open').onclick = () => { document.getElementById('form').show(); document.getElementById('subject').focus() }</script>`,
)

/** Sentry's form as its documentation puts it in: bundled and minified, loaded with the page. */
async function bundleSentry(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL('sentry.ts', import.meta.url)), formats: ['iife'], name: 'sentry' },
    },
  })
  const [first] = [output].flat()
  const chunk = first && 'output' in first ? first.output[0] : undefined
  if (!chunk) throw new Error('Sentry was not bundled')
  return chunk.code
}

/** All contestants; `widgetOrigin` serves the built widget and its API. */
export async function contestants(widgetOrigin: string): Promise<Contestant[]> {
  const ours = {
    html: page('Bilet', `<script async crossorigin src="${widgetOrigin}/bilet.js"></script>`),
    opening: { button: '.launcher', field: '.panel :is(input, textarea)' },
  }
  return [
    { name: 'no tag', html: page('Bilet', '') },
    { name: 'Bilet, cold', isTag: true, ...ours },
    { name: 'Bilet, pointed at', hovers: true, ...ours },
    {
      name: 'Sentry feedback',
      isTag: true,
      html: page('Sentry feedback', '<script src="sentry.js"></script>'),
      files: { 'sentry.js': await bundleSentry() },
      opening: { button: '.widget__actor', field: '.dialog input, .dialog textarea' },
    },
    { name: 'plain form', html: plainPage, opening: { button: '#open', field: '#subject' } },
  ]
}
