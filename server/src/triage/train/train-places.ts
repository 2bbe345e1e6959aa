// Remakes where words stand, on which the rest of what is learned builds: npm run train:checks.
import { writeFileSync } from 'node:fs'
import { learnPlaces } from './learn-places.ts'
import { saidTogether } from './said.ts'
import { placesFile } from './to-files.ts'

const texts = saidTogether()
const { name, text } = placesFile(learnPlaces(texts))
writeFileSync(new URL(`../learned/${name}`, import.meta.url), text)
process.stdout.write(`Learned where words stand from ${texts.length} texts\n`)
