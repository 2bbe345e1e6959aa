// Watching the project's sources: Node's own watcher, changes of one moment together.
import { watch } from 'node:fs'
import { join } from 'node:path'
import { root } from './process.mjs'

/** One save of an editor, or one checkout, is several events; milliseconds. */
const moment = 60

/** Calls `onChange` with the changed paths, `widget/src/…`, those of one moment together. */
export function watchFolders(folders, onChange) {
  let changed = new Set()
  let timer
  const tell = () => {
    const paths = [...changed]
    changed = new Set()
    onChange(paths)
  }
  for (const folder of folders)
    watch(join(root, folder), { recursive: true }, (_event, name) => {
      if (!name || /(^|\/)(dist|node_modules)\/|\.test\.tsx?$|~$/.test(name)) return
      changed.add(join(folder, name))
      clearTimeout(timer)
      timer = setTimeout(tell, moment)
    })
}
