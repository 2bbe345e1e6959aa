import { journeyContract } from './journey.contract.ts'
import { launchWebkit } from './webkit.ts'

journeyContract('WebKitGTK', launchWebkit)
