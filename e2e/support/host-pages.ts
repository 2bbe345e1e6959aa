// Pages as hosts really make them, each the smallest that does what it is named for. `TAG` is where the widget's tag stands.
import type { Page } from 'playwright-core'

export type HostPage = {
  /** A sentence that goes on "a guest on …". */
  name: string
  path: string
  html: string
  /** Further attributes of the tag. */
  attributes?: string
  policy?: (widget: string) => string
  /** What the page or its owner does before the panel is opened. */
  before?: (page: Page) => Promise<unknown>
  title?: string
  /** `false` where the page has no doctype. */
  hasDoctype?: false
  /** Whether a whole ticket is written here, with a picture: where the page changes what it is sent by. */
  isWrittenFrom?: true
}

const page = (content: string, head = '') =>
  `<html lang="ru"><head><meta charset="utf-8"><title>Магазин</title><link rel="icon" href="data:,">${head}</head><body><h1>Заказы</h1>${content}TAG</body></html>`

const styled = (css: string) => page('', `<style>${css}</style>`)
const scripted = (code: string) => page('', `<script>${code}</script>`)

/** Runs the code once the widget's launcher stands on the page. */
const after = (code: string) => async (tab: Page) => {
  await tab.getByRole('button', { name: 'Помощь' }).waitFor()
  await tab.evaluate(code)
}

const cases: Omit<HostPage, 'path'>[] = [
  { name: 'a plain page', html: page('') },
  {
    name: 'a page with an open dialogue of Bootstrap 3 or 4, which takes every focus back',
    html: page(`<div id="modal" tabindex="-1"><input value="100"></div><script>
      var modal = document.getElementById('modal')
      document.addEventListener('focus', function (event) { if (event.target !== document && !modal.contains(event.target)) modal.focus() }, true)
      modal.focus()</script>`),
  },
  {
    name: 'a page with an open dialogue of Bootstrap 5, which listens to focusin',
    html: page(`<div id="modal" tabindex="-1"><input value="100"></div><script>
      var modal = document.getElementById('modal')
      document.addEventListener('focusin', function (event) { if (event.target !== document && !modal.contains(event.target)) modal.focus() })
      modal.focus()</script>`),
  },
  {
    name: 'a page with a bar of the greatest z-index over everything',
    html: page(
      '<div id="bar"></div>',
      '<style>#bar{position:fixed;inset:0;z-index:2147483647;pointer-events:none}</style>',
    ),
  },
  {
    name: 'a page with a chat button of the greatest z-index over the panel’s head',
    html: page(
      '<div id="chat"></div>',
      '<style>#chat{position:fixed;right:0;top:0;width:460px;height:620px;z-index:2147483647;background:#fdd}</style>',
    ),
  },
  { name: 'a page written from right to left', html: page('').replace('lang="ru"', 'lang="ar" dir="rtl"') },
  { name: 'a page that resets every element with !important', html: styled('*{all:unset!important}') },
  { name: 'a page that hides elements it does not know', html: styled('body>*,html>div{display:none!important}') },
  { name: 'a page whose letters are 62.5 %', html: styled('html{font-size:62.5%}*{letter-spacing:.2em}') },
  {
    name: 'a page that moves everything slowly',
    html: styled('*{transition:all 9s!important;animation-duration:9s!important}'),
  },
  { name: 'a page in a transformed body', html: styled('body{transform:scale(1);overflow:hidden;height:100vh}') },
  { name: 'a page that lets no pointer through', html: styled('html,body{pointer-events:none;user-select:none}') },
  { name: 'a page upside down in dark', html: styled('html{color-scheme:dark;filter:invert(1)}') },
  {
    name: 'a page that replaces fetch after load',
    html: page(''),
    before: after('window.fetch = () => Promise.reject(new Error("of the page"))'),
    isWrittenFrom: true,
  },
  {
    name: 'a page that replaces XMLHttpRequest after load',
    html: page(''),
    before: after('window.XMLHttpRequest = function () { throw new Error("of the page") }'),
    isWrittenFrom: true,
  },
  {
    name: 'a page with Prototype 1.6: toJSON on arrays and text',
    html: scripted(
      `Array.prototype.toJSON = function () { return '[' + this.map(JSON.stringify).join(', ') + ']' }
       String.prototype.toJSON = function () { return '"' + this + '"' }
       Array.from = function (items) { return [].slice.call(items) }`,
    ),
    isWrittenFrom: true,
  },
  {
    name: 'a page that adds to the prototypes of everything',
    html: scripted(
      'Object.prototype.extend = function () {}; Array.prototype.each = function () {}; Function.prototype.bindAsEventListener = function () {}',
    ),
  },
  {
    name: 'a page with frozen prototypes',
    html: scripted(
      '[Object, Array, Function, String, Number, Promise, Map, Set, RegExp, Date, Error].forEach(function (it) { Object.freeze(it.prototype) })',
    ),
  },
  {
    name: 'a page that writes the tag by document.write',
    html: page('').replace('TAG', '<script>document.write(`TAG`)</script>').replace('TAG', 'TAGWRITTEN'),
  },
  {
    name: 'a page that puts another body in place of its own',
    html: page(''),
    before: after('document.body.replaceWith(document.createElement("body"))'),
  },
  {
    name: 'a page that fills its root anew',
    html: page(''),
    before: after(
      'document.documentElement.innerHTML = "<head><title>Магазин</title></head><body><h1>Другая</h1></body>"',
    ),
  },
  {
    name: 'a page that keeps every key for its shortcuts',
    html: scripted('document.addEventListener("keydown", function (event) { event.preventDefault() })'),
  },
  {
    name: 'a page that is asked whether it may be left',
    html: scripted('window.addEventListener("beforeunload", function (event) { event.preventDefault() })'),
  },
  {
    name: 'a page whose storage is closed',
    html: scripted(
      `Object.defineProperty(window, 'localStorage', { get() { throw new Error('closed') } })
       Object.defineProperty(window, 'indexedDB', { get() { throw new Error('closed') } })`,
    ),
  },
  { name: 'a page that has a global of our name for a part of its own', html: page('<div id="bilet">Билет</div>') },
  { name: 'a page with the tag in it twice', html: page('TAG').replace('TAGTAG', 'TAG TAG') },
  {
    name: 'a page whose base is elsewhere',
    html: page('', '<base href="https://example.invalid/shop/">').replace('href="data:,"', 'href="data:,"'),
  },
  {
    name: 'a page under a policy of hosts',
    html: page(''),
    policy: (widget) =>
      `default-src 'none'; img-src data:; script-src ${widget}; connect-src ${widget}; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'`,
  },
  {
    name: 'a page under a policy of a nonce',
    html: page(''),
    attributes: ' nonce="n0nce"',
    policy: (widget) =>
      `default-src 'none'; img-src data:; script-src 'nonce-n0nce' 'strict-dynamic'; connect-src ${widget}; require-trusted-types-for 'script'; trusted-types 'none'`,
  },
  { name: 'a page with the tag in its head', html: page('', 'TAG').replace('TAG</body>', '</body>') },
  {
    name: 'a page in quirks mode with a table for a layout',
    html: page('<table width="100%" height="100%"><tr><td>Заказы</td></tr></table>'),
    hasDoctype: false,
  },
  {
    name: 'a page without crypto.randomUUID, as plain http has it',
    html: scripted('delete Crypto.prototype.randomUUID; delete Crypto.prototype.subtle'),
  },
  {
    name: 'a page that scrolls to its top at every focus',
    html: scripted('document.addEventListener("focusin", function () { window.scrollTo(0, 0) }, true)'),
  },
]

export const hostPages: HostPage[] = cases.map((host, at) => ({
  ...host,
  path: host.name.includes('right to left') ? '/rtl' : `/${at}`,
}))
