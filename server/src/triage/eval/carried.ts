import { createRequire } from 'node:module'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'

const { resolve } = createRequire(import.meta.url)

/** What the widget carries of the checks, in bytes of brotli: the rules that are certain, bundled and minified. */
export async function carriedBytes(): Promise<number> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: { entry: resolve('@bilet/shared/rules/check-rules'), formats: ['es'] },
    },
  })
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : []
  const chunks = outputs.flatMap(({ output }) => output)
  const code = chunks.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n')
  return brotliCompressSync(code).length
}
