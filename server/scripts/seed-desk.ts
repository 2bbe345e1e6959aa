// `node tools/run.mjs server/scripts/seed-desk.ts <tickets> <file>`: a desk with a long past, for whoever measures it.
import { seedFile } from './bench-server/seeded-file.ts'

const [count = '', file = ''] = process.argv.slice(2)
await seedFile(file, Number(count))
