// The journey in WebKitGTK: `npm run test:webkit`.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { name: 'webkit', root: 'e2e', include: ['engines/*.webkit.ts'], testTimeout: 120_000 },
})
