// Builds what is served: the widget, the demo's admin panel, the server.
import { bin, fail, root, run } from './process.mjs'

const vite = bin('vite')

const steps = [
  ['the widget’s panel', 'widget', ['build']],
  ['the widget’s loader', 'widget', ['build', '--config', 'vite.loader.config.ts']],
  ['the demo’s admin panel', 'server/demo/admin', ['build']],
  ['the server', 'server', ['build']],
]

/** Builds everything into the packages' `dist` folders; ends the process with a line that says what failed. */
export async function build() {
  for (const [what, folder, args] of steps) {
    const code = await run(vite, [...args, '--logLevel', 'warn'], { cwd: `${root}/${folder}` })
    if (code !== 0) fail(`Building ${what} failed.`)
  }
}
