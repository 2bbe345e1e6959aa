// This build's files as Workers Assets hold them.
import * as z from 'zod/mini'
import type { BuildFile } from './build-store.ts'

/** What the platform gives for the binding of the assets. */
export type AssetsBinding = { fetch(url: string): Promise<Response> }

const Build = z.object({ files: z.array(z.string()) })

/** The binding takes addresses of any host. */
const at = (path: string) => `https://assets.invalid/${path}`

/** The files of the build that is deployed with this module; rejects where its assets are not there. */
export async function filesOf(assets: AssetsBinding): Promise<BuildFile[]> {
  const read = async (path: string) => {
    const response = await assets.fetch(at(path))
    if (!response.ok) throw new Error(`${path} is missing in the assets`)
    return response
  }
  const { files } = Build.parse(await (await read('build.json')).json())
  return files.map((path) => ({ path, bytes: async () => new Uint8Array(await (await read(path)).arrayBuffer()) }))
}
