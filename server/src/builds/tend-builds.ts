import type { Log } from '../log.ts'
import type { BuildFile, BuildStore } from './build-store.ts'

/** How often, milliseconds. */
export const tendEveryMs = 24 * 60 * 60 * 1000

/** Publishes this build, so that it outlives its process, and forgets old ones. Never rejects: it is tried again the next time. */
export async function tendBuilds(builds: BuildStore, files: readonly BuildFile[], log: Log): Promise<void> {
  try {
    await builds.publish(files)
    const forgotten = await builds.sweep()
    if (forgotten > 0) log.info({ forgotten }, 'files of the widget that no page asks for are forgotten')
  } catch (error) {
    log.warn({ reason: String(error) }, 'this build of the widget could not be kept for later')
  }
}
