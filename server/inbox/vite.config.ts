// Builds the inbox: a page, its first file and styles, and the parts that are fetched as an agent gets there.
import { defineConfig } from 'vite'

export default defineConfig({
  // The page is `staff`, its files are in `staff/`: below whatever path of its host the desk is.
  experimental: {
    renderBuiltUrl: (file, { hostType }) => (hostType === 'html' ? `staff/${file}` : { relative: true }),
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: false,
    // The first that know light-dark(): older targets would have it rewritten.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/inbox-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
})
