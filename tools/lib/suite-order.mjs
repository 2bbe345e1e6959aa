// In which order files of tests begin: browsers first, which wait more than they work; then package after package, for a
// worker that goes on with the same one keeps the modules that it has read. Of one package the longest files first.
import { statSync } from 'node:fs'
import { BaseSequencer } from 'vitest/node'

const order = ['e2e', 'server', 'widget', 'inbox', 'shared']
const place = ({ project }) => order.indexOf(project.name)
const size = ({ moduleId }) => statSync(moduleId).size

export class SuiteOrder extends BaseSequencer {
  async sort(files) {
    return files.toSorted((a, b) => place(a) - place(b) || size(b) - size(a))
  }
}
