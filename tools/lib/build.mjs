// Builds what is served: the widget, the demo's admin panel, the server.
import { bin, fail, root, run } from './process.mjs'

const steps = [
  { what: 'the widget’s panel', folder: 'widget', args: [] },
  { what: 'the widget’s loader', folder: 'widget', args: ['--config', 'vite.loader.config.ts'] },
  { what: 'the demo’s admin panel', folder: 'server/demo/admin', args: [] },
  { what: 'the server', folder: 'server', args: [] },
  { what: 'the server for the edge', folder: 'server', args: ['--config', 'vite.worker.config.ts'] },
]

/** Builds everything into the packages' `dist` folders; ends the process with a line that says what failed. */
export async function build() {
  for (const { what, folder, args } of steps) {
    const code = await run(bin('vite'), ['build', '--logLevel', 'warn', ...args], { cwd: `${root}/${folder}` })
    if (code !== 0) fail(`Building ${what} failed.`)
  }
}
