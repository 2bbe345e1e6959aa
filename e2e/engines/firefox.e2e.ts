import { launchFirefox } from './firefox.ts'
import { journeyContract } from './journey.contract.ts'

journeyContract('Firefox', launchFirefox)
