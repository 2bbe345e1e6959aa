// In which order files of tests begin: browsers first, which wait more than they work; then package after package, for a
// worker that goes on with the same one keeps the modules that it has read.
import { BaseSequencer } from 'vitest/node'

const order = ['e2e', 'server', 'widget', 'inbox', 'shared']
const place = ({ project }) => order.indexOf(project.name)

export class SuiteOrder extends BaseSequencer {
  async sort(files) {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => place(a) - place(b))
  }
}
