// Tests on sets that are not the project's: `npm run test:sets -- FOLDER`.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { name: 'sets', root: 'server', include: ['sets/**/*.sets.ts'], testTimeout: 60_000 },
})
