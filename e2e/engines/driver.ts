// What the journey needs of a browser, so that engines which no one tool drives can be asked the same.

export type Driver = {
  open(url: string): Promise<void>
  /** Runs the code of a function's body in the page and gives what it returns, as JSON can hold it. */
  run<T>(body: string): Promise<T>
  /** Presses what an expression of the page gives, with the mouse. */
  click(expression: string): Promise<void>
  /** Types with the keyboard into whatever has the focus. */
  type(text: string): Promise<void>
  /** Gives the file input of an expression a file of this machine. */
  upload(expression: string, path: string): Promise<void>
  close(): Promise<void>
}

/** In the page: the widget's shadow root. */
const root = `document.getElementById('bilet').shadowRoot`

/** In the page: the first visible one of these of the widget whose name or text begins so; undefined where there is none. */
const named = (selector: string, name: string) =>
  `[...${root}.querySelectorAll('${selector}')].find((it) => it.checkVisibility() && ` +
  `[it.ariaLabel, it.textContent, ...[...(it.labels ?? [])].map((label) => label.textContent), ` +
  `${root}.getElementById(it.getAttribute('aria-labelledby') ?? '')?.textContent]` +
  `.some((text) => text?.trim().startsWith(${JSON.stringify(name)})))`

export const buttonOf = (name: string) => named('button, a', name)
export const fieldOf = (name: string) => named('input, textarea', name)

export const filesOf = `${root}.querySelector('input[type=file]')`

export const leftToDo = `${root}.querySelectorAll('.left .todo').length`

export const textOf = `return ${root}.textContent`

/** What no page may see: uncaught errors and violations of its policy, gathered from now on. */
export const listen = `
  window.troubles = []
  addEventListener('error', (event) => troubles.push(event.message))
  addEventListener('unhandledrejection', (event) => troubles.push(String(event.reason)))
  document.addEventListener('securitypolicyviolation', (event) => troubles.push(event.violatedDirective + ' ' + event.blockedURI))`
